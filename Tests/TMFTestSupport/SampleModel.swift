package import TMFModel

extension ArtifactNumber {
    /// Protocol: at the trial only.
    package static let trialProtocol = known("02.01.02")
    /// Approval by an ethics committee: in a country, or at a site.
    package static let ethicsApproval = known("04.01.02")
    /// The principal investigator's CV: at a site only.
    package static let investigatorCV = known("05.02.04")

    private static func known(_ number: String) -> ArtifactNumber {
        guard let number = ArtifactNumber(number) else { preconditionFailure("\(number) is no artifact number") }
        return number
    }
}

extension ReferenceModel {
    /// Three zones, four sections, three artifacts. Throws only if it is wrong itself.
    package static func sample() throws -> ReferenceModel {
        try ReferenceModel(
            version: "3.3.1",
            zones: [
                Zone(number: "02", name: "Central Trial Documents"),
                Zone(number: "04", name: "IRB or IEC"), Zone(number: "05", name: "Site Management"),
            ],
            sections: [
                Section(number: "02.01", name: "Product and Trial"), Section(number: "04.01", name: "Approval"),
                Section(number: "05.02", name: "Site Set-up"), Section(number: "05.04", name: "Site Oversight"),
            ],
            artifacts: [
                Artifact(number: .trialProtocol, uniqueID: "010", name: "Protocol", isCore: true, levels: [.trial]),
                Artifact(
                    number: .ethicsApproval, uniqueID: "065", name: "Approval", isCore: true,
                    levels: [.country, .site]),
                Artifact(
                    number: .investigatorCV, uniqueID: "100", name: "Principal Investigator CV", isCore: true,
                    levels: [.site]),
            ],
            milestones: [
                Milestone(number: "02", name: "Clinical Infrastructure Ready"),
                Milestone(number: "03", name: "Site Live"),
            ])
    }
}
