import MeetingReports

/// A program of libFuzzer: reads what it makes up, and stops where a promise is broken.
///
/// `Scripts/fuzz` builds and runs it.
@main enum Fuzz {
    @_silgen_name("LLVMFuzzerRunDriver")
    private static func runDriver(
        _ count: UnsafeMutablePointer<Int32>,
        _ arguments: UnsafeMutablePointer<UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>>,
        _ test: @convention(c) (UnsafePointer<UInt8>?, Int) -> Int32
    ) -> Int32

    static func main() {
        var count = CommandLine.argc
        var arguments = CommandLine.unsafeArgv
        _ = runDriver(&count, &arguments) { start, size in
            FuzzTarget.current.test(Array(UnsafeBufferPointer(start: start, count: size)))
            return 0
        }
    }
}
