import Disk
import SystemPackage
public import TMFModel

extension Store {
    /// Versions of the reference model that the store keeps beside those of the program, each a file that is never changed.
    private static let models = "models"

    /// The names of the models kept, sorted.
    public func keptModels() throws -> [String] {
        let folder = root.appending(Store.models)
        guard try Entry.exists(folder) else { return [] }
        var names: [String] = []
        var walk = try FolderWalk(below: folder)
        while let entry = try walk.next() {
            if let name = entry.text, name.hasSuffix(".csv") { names.append(String(name.dropLast(4))) }
        }
        return names.sorted()
    }

    /// The model of this name; nil if the store keeps none.
    public func keptModel(_ name: String) throws -> KeptModel? {
        guard KeptModel.isName(name) else { return nil }
        let path = root.appending(Store.models).appending("\(name).csv")
        guard try Entry.exists(path) else { return nil }
        let file = try FileReader(opening: path)
        return KeptModel(name: name, table: try file.read(at: 0, count: Int(file.size)))
    }

    /// Keeps a model. The same one again is no change. Throws `InputProblem` if another has the name: studies may rely on it.
    public func keep(_ model: KeptModel) throws {
        guard isWritable else { throw StoreError.readOnly(path: root.string) }
        if let known = try keptModel(model.name) {
            guard known.table != model.table else { return }
            throw InputProblem(
                source: model.name,
                message:
                    "the store keeps another model of this name, on which studies may rely: choose another with --name")
        }
        let folder = root.appending(Store.models)
        if try !Entry.exists(folder) {
            try Folder.create(folder)
            try Folder.sync(root)
        }
        let building = root.appending("incoming").appending("model-\(model.name)")
        let file = try FileWriter(creating: building)
        try file.write(model.table)
        try file.sync()
        try file.close()
        try Entry.makeReadOnly(building)
        try Entry.rename(building, to: folder.appending("\(model.name).csv"))
        try Folder.sync(folder)
    }

    /// The snapshot with the model that its study names, if the store keeps it.
    func withModel(_ snapshot: StudySnapshot) throws -> StudySnapshot {
        var snapshot = snapshot
        snapshot.keptModel = try keptModel(snapshot.study.model)
        return snapshot
    }

    /// What is wrong with the model that a study names: it is gone, or another than when the study first used it.
    func modelProblem(of study: Study) throws -> StoreProblem? {
        guard let journalled = study.modelDigest else { return nil }
        let path = "\(Store.models)/\(study.model).csv"
        guard let kept = try keptModel(study.model) else {
            return StoreProblem(
                path: path,
                problem: "is missing, and study \(study.id) is on it; bring it back from a backup or package")
        }
        guard Digest(of: kept.table) != journalled else { return nil }
        return StoreProblem(
            path: path,
            problem:
                "is not the model that study \(study.id) went to, whose SHA-256 is \(journalled); bring it back from a "
                + "backup or package")
    }

    /// Copies the models into a copy of the store.
    func copyModels(to root: FilePath) throws {
        for name in try keptModels() {
            if let model = try keptModel(name) { try Store.write(model, below: root) }
        }
    }

    /// Writes a model into a store that is being built.
    static func write(_ model: KeptModel, below root: FilePath) throws {
        let folder = root.appending(models)
        if try !Entry.exists(folder) { try Folder.create(folder) }
        let file = try FileWriter(creating: folder.appending("\(model.name).csv"), mode: 0o444)
        try file.write(model.table)
        try file.sync()
        try file.close()
        try Folder.sync(folder)
    }
}
