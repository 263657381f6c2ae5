import SystemPackage
import TMFFormats
import TMFModel
import TMFStore
import TMFTestSupport

/// Makes the study on which the speed of judging is measured: the same study for the same numbers.
///
/// `JudgingStudy STORE 300000`: 1,000 sites in 40 countries with six people each, eight versions of the protocol, four
/// years of filing. With fewer documents the study has fewer sites and countries in proportion. Contents are named by
/// their digests only: what judges a study never reads a file, and 300,000 files would take longer to make than to
/// judge. `JudgingStudy STORE 300000 4000` writes them, too, each of about so many bytes: for what packs, verifies and
/// restores.
@main
enum JudgingStudy {
    static func main() throws {
        let arguments = CommandLine.arguments
        let size = arguments.count == 4 ? Int(arguments[3]) : nil
        guard arguments.count == (size == nil ? 3 : 4), let count = Int(arguments[2]), count >= 300 else {
            throw InputProblem(
                source: "arguments", message: "expected STORE, a number of documents from 300, and perhaps of bytes")
        }
        let (model, rules) = try BundledReferenceModel.load("3.3.1")
        let clock = HandClock(LargeStudy.firstDay)
        let store = try Store.create(at: FilePath(arguments[1]), clock: clock.now)
        let large = LargeStudy(documents: count)
        let by = Attribution(actor: "generator", host: "bench", reason: "to measure")
        try store.record([.studyChanged(large.study.changes(since: nil))], in: large.study.id, by: by)

        let contents = LargeContents(store: store, size: size)
        var filing = LargeFiling(large, model: model, rules: rules, content: contents.content)
        let last = LargeStudy.lastDay.days(since: LargeStudy.firstDay)
        while filing.filed < count {
            clock.set(to: LargeStudy.firstDay.adding(days: filing.filed * last / count))
            let events = try filing.next(min(5_000, count - filing.filed), on: clock.now().day)
            try store.record(events, in: large.study.id, by: by, staged: contents.takeStaged())
        }
        print("\(count) documents, \(try store.head(of: large.study.id)?.seq ?? 0) entries")
    }
}
