extension Int {
    /// `1 file`, `3 files`; `plural` where it is not the word and an s.
    package func counted(_ word: String, _ plural: String? = nil) -> String {
        "\(self) \(self == 1 ? word : plural ?? word + "s")"
    }
}
