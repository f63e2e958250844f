extension Explanation {
    static let schema: [Explanation] = []
    static let xml: [Explanation] = []
    static let json: [Explanation] = []
    static let text: [Explanation] = []
    static let file: [Explanation] = []
    static let record: [Explanation] = []
}
