import TMFModel
import TMFReview

/// A reconciliation as rows: for CSV, for people, and for the record that is filed.
enum ReconciliationListing {
    static func of(_ found: Reconciliation) -> Listing {
        let keys = ["found", "row", "document", "subject", "field", "list", "tmf", "reason"]
        var rows: [[String]] = []
        for (word, items) in [("only in list", found.unmatchedInList), ("only in file", found.unmatchedInTMF)] {
            for item in items {
                let row = item.row.map(String.init) ?? ""
                rows.append([word, row, item.document?.description ?? "", item.subject, "", "", "", item.reason])
            }
        }
        for item in found.different {
            rows.append([
                "different", String(item.row), item.document?.description ?? "", item.subject, item.field, item.list,
                item.tmf, "",
            ])
        }
        return Listing(keys, numbers: ["row"], rows: rows)
    }
}
