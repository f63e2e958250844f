/// When the names of States were in use, by the table of names that comes with the library.
enum StateNames {
    private struct Period {
        var from: PartialDate?
        var until: PartialDate?
    }

    /// The periods of names that were not in use at all times.
    private static let periods: [String: [Period]] = {
        var periods: [String: [Period]] = [:]
        for row in NameTable.rows(of: "states.tsv") where row.count >= 2 {
            func date(_ column: Int) -> PartialDate? {
                row.indices.contains(column) ? PartialDate(row[column]) : nil
            }
            periods[row[1], default: []].append(Period(from: date(2), until: date(3)))
        }
        return periods.filter { $0.value.allSatisfy { $0.from != nil || $0.until != nil } }
    }()

    /// Whether a State was called by a name at a date; true for names that are not known to belong to one period.
    ///
    /// A date in the first or last month or year of a period, as exactly as that is known, is in it.
    static func isValid(name: String, at date: PartialDate) -> Bool {
        guard let periods = periods[name] else { return true }
        return periods.contains { period in
            !(period.from.map(date.isSurelyBefore) ?? false)
                && !(period.until?.isSurelyBefore(date) ?? false)
        }
    }
}
