/// What libFuzzer, which has the main function, calls with each input that it makes up.
@_cdecl("LLVMFuzzerTestOneInput")
public func testOneInput(_ start: UnsafePointer<UInt8>?, _ size: Int) -> CInt {
    FuzzTarget.current.test(Array(UnsafeBufferPointer(start: start, count: size)))
    return 0
}
