import ReferenceModelData
public import TMFModel

/// The versions of the reference model that are part of the program.
public enum BundledReferenceModel {
    public static let newest = "3.3.1"
    /// The oldest first.
    public static let versions = [newest]

    /// A version of the model with its stock rules. Throws `InputProblem` if the program has no such version.
    public static func load(_ version: String) throws -> (model: ReferenceModel, rules: [ExpectationRule]) {
        let tables = try tables(of: version)
        let model = try tables.model(version: version)
        return (model, try tables.rules(for: model))
    }

    /// The tables of a version as they stand. Throws `InputProblem` if the program has no such version.
    public static func tables(of version: String) throws(InputProblem) -> ReferenceModelTables {
        guard versions.contains(version) else {
            throw InputProblem(
                source: "reference model",
                message: "this program has no version '\(version)', only \(versions.joined(separator: ", ")): "
                    + "name one of these as 'model' in the study file")
        }
        return ReferenceModelTables(
            zones: bytes(TMF_RM_ZONES), sections: bytes(TMF_RM_SECTIONS), milestones: bytes(TMF_RM_MILESTONES),
            artifacts: bytes(TMF_RM_ARTIFACTS), subArtifacts: bytes(TMF_RM_SUB_ARTIFACTS),
            expected: bytes(TMF_RM_EXPECTED))
    }

    private static func bytes(_ table: Int) -> [UInt8] {
        (0..<tmf_rm_length(table)).map { tmf_rm_byte(table, $0) }
    }
}
