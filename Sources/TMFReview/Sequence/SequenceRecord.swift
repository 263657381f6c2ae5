/// The part a record plays in the order of events that every trial must keep: asked, allowed, signed, trained, used.
///
/// This is the only place that says which artifacts play it.
public enum SequenceRecord: String, Hashable, Sendable, CaseIterable {
    case trialProtocol = "protocol"
    case authoritySubmission = "authority submission"
    case authorityDecision = "authority decision"
    case ethicsSubmission = "ethics submission"
    case ethicsDecision = "ethics decision"
    case otherSubmission = "submission to another body"
    case otherDecision = "decision of another body"
    case consentForm = "consent form"
    case protocolSignature = "protocol signature page"
    case siteAgreement = "clinical trial agreement"
    case siteTraining = "site training evidence"

    public var records: ArtifactSelector {
        switch self {
        case .trialProtocol: ArtifactSelector(["032"], except: ["Protocol Review and Approval"])
        case .authoritySubmission:
            ArtifactSelector(
                ["052"], except: ["Receipt of Acknowledgement", "Review and Approval of Regulatory Submission"])
        case .authorityDecision: ArtifactSelector(["053"])
        case .ethicsSubmission:
            ArtifactSelector(
                ["065"],
                except: [
                    "Acknowledgement of Submission Receipt", "Request for Additional Information", "Responses",
                ])
        case .ethicsDecision: ArtifactSelector(["066"], except: ["IRB or IEC Rejection"])
        case .otherSubmission: ArtifactSelector(["070"])
        case .otherDecision: ArtifactSelector(["071"])
        case .consentForm:
            ArtifactSelector(
                ["040"],
                except: [
                    "Consent to Release Information or HIPAA / Privacy", "ICF QC Checklist",
                    "ICF Summary of Changes", "ICF Review and Approval",
                ])
        // An amendment's page is a protocol's page for the version it makes.
        case .protocolSignature: ArtifactSelector(["085", "086"])
        case .siteAgreement: ArtifactSelector(["095"])
        case .siteTraining: ArtifactSelector(["104"])
        }
    }
}
