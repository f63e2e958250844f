extension Explanation {
    /// The codes of what somebody has settled about findings.
    static let policy = [
        Explanation(
            .baselineNotMet,
            meaning: "A finding that the baseline knows is not there any more, or less often.",
            reason:
                "An entry that nothing meets would one day hide a new finding of the same kind at the same place.",
            remedy:
                "Write the baseline anew with --write-baseline, once you have seen that the finding is really gone.",
            bad: .words("A baseline with two findings of a code at an id where one is left."),
            good: .words("The baseline with one.")),
        Explanation(
            .baselineUnreadable,
            meaning: "The baseline is not one that this tool can read.",
            reason: "Without it, known findings would fail the run, or worse, unknown ones would pass.",
            remedy: "Write it with --write-baseline.",
            bad: .words("{\"findings\": []}"),
            good: .words("{\"baselineVersion\": \"1.0\", \"findings\": []}")),
        Explanation(
            .configurationUnusable,
            meaning:
                "A setting in the configuration file is not known, or its value is not one of those allowed.",
            reason: "A misspelt setting that is passed over looks as if it held.",
            remedy: "Correct the member that the message names; rapporteur config shows what holds.",
            bad: .words("{\"failon\": \"warning\"}"), good: .words("{\"failOn\": \"warning\"}")),
    ]
}
