@testable import MeetingReports

/// The error that reading `bytes` ends with; nil if they are a JSON text.
func jsonError(_ bytes: [UInt8], maximumDepth: Int = JSONReader.defaultMaximumDepth) -> JSONSyntaxError? {
    do throws(JSONSyntaxError) {
        _ = try JSONDocument(bytes, maximumDepth: maximumDepth)
        return nil
    } catch {
        return error
    }
}

/// The error that reading `text` ends with; nil if it is a JSON text.
func jsonError(_ text: String) -> JSONSyntaxError? {
    jsonError(Array(text.utf8))
}

/// A text in which `⟦` stood at a place: the bytes without the mark, and the offset of the place.
struct MarkedJSON {
    let bytes: [UInt8]
    let offset: Int

    init(_ text: String) {
        let mark = Array("⟦".utf8)
        let all = Array(text.utf8)
        let places = all.indices.filter { all[$0...].starts(with: mark) }
        precondition(places.count == 1, "one mark is needed, and one only: \(text)")
        offset = places[0]
        bytes = Array(all[..<offset] + all[(offset + mark.count)...])
    }
}

/// A value in memory, to compare by bytes with what was read.
indirect enum JSONValue: Equatable {
    case object([Member])
    case array([JSONValue])
    case string([UInt8])
    case number([UInt8])
    case bool(Bool)
    case null

    struct Member: Equatable {
        let key: [UInt8]
        let value: JSONValue
    }

    init(_ node: JSONNode) {
        switch node.kind {
        case .object:
            self = .object(
                node.members.map {
                    Member(key: Array(($0.key.string ?? "?").utf8), value: JSONValue($0.value))
                })
        case .array: self = .array(node.elements.map { JSONValue($0) })
        case .string: self = .string(Array((node.string ?? "?").utf8))
        case .number: self = .number(Array(node.text))
        case .true: self = .bool(true)
        case .false: self = .bool(false)
        case .null: self = .null
        }
    }

    func write(to output: inout JSONOutput) {
        switch self {
        case .object(let members):
            output.beginObject()
            for member in members {
                output.key(String(decoding: member.key, as: UTF8.self))
                member.value.write(to: &output)
            }
            output.endObject()
        case .array(let elements):
            output.beginArray()
            for element in elements { element.write(to: &output) }
            output.endArray()
        case .string(let text): output.string(String(decoding: text, as: UTF8.self))
        case .number(let text): output.number(String(decoding: text, as: UTF8.self))
        case .bool(let value): output.bool(value)
        case .null: output.null()
        }
    }
}
