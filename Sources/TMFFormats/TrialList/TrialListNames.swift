import TMFModel

/// The names that systems give to the columns of their lists.
enum TrialListNames {
    /// What a column of this name says in a list of this kind; nil if nothing that is known.
    static func column(named name: String, in kind: TrialList.Kind) -> TrialList.Column? {
        let key = normalized(name)
        return ofKind[kind]?[key] ?? TrialList.Column(rawValue: key) ?? others[key]
    }

    /// `Visit Date` and `visit-date` are `visit_date`.
    private static func normalized(_ name: String) -> String {
        name.lowercased().split { !$0.isLetter && !$0.isNumber }.joined(separator: "_")
    }

    private static let others: [String: TrialList.Column] = [
        "site_id": .site, "site_number": .site, "site_no": .site, "country_code": .country,
        "activation_date": .activated, "date_activated": .activated, "activated_on": .activated,
        "closure_date": .closed, "close_date": .closed, "date_closed": .closed, "closed_on": .closed,
        "person_id": .person, "user_id": .person, "full_name": .name, "person_name": .name, "study_role": .role,
        "start_date": .from, "start": .from, "role_start": .from, "end_date": .to, "end": .to, "role_end": .to,
        "visit_date": .date, "visit_start_date": .date, "report_date": .date, "amendment_date": .date,
        "version_date": .date, "visit_type": .type, "protocol_version": .version, "version_number": .version,
        "amendment_number": .amendment, "amendment_no": .amendment, "authority_approval": .regulatoryApproval,
        "regulatory_approval_date": .regulatoryApproval, "ra_approval": .regulatoryApproval,
        "ethics_approval_date": .ethicsApproval, "ec_approval": .ethicsApproval, "irb_approval": .ethicsApproval,
        "case_id": .safetyCase, "case_number": .safetyCase, "case_no": .safetyCase, "sae_number": .safetyCase,
    ]

    /// Where a name means something in one kind only.
    private static let ofKind: [TrialList.Kind: [String: TrialList.Column]] = [
        .sites: ["id": .site, "site_name": .name, "number": .site],
        .people: ["id": .person],
        .safety: ["id": .safetyCase],
    ]
}
