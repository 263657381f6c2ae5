import Disk
import SystemPackage
import TMFFormats
import TMFModel

/// The volumes that lie beside the first one of a package, opened for reading.
struct VolumesBeside: Sendable {
    /// By their numbers.
    private(set) var bags: [Int: OpenBag] = [:]
    /// What is not there, or is a volume of another package, in sentences.
    private(set) var absent: [String] = []

    /// `facts` are those of `first`, which states what the others are.
    init(of first: OpenBag, _ facts: VolumeFacts) throws {
        guard let name = VolumeName(first.path.lastComponent?.string ?? ""), name.count == facts.count else {
            absent = [
                "\(first.path) is not called …-1-of-\(facts.count): the other volumes cannot be found by their names"
            ]
            return
        }
        for sibling in facts.siblings {
            guard let number = VolumeName(sibling.name)?.number else { continue }
            let path = first.path.neighbour(name.sibling(number).text)
            guard try Entry.exists(path) else {
                absent.append("\(path) is not there: its records cannot be opened")
                continue
            }
            do {
                let bag = try OpenBag(path)
                if try bag.bytes(of: BagManifest.tagFileName).map({ Digest(of: $0) }) == sibling.tagManifest {
                    bags[number] = bag
                } else {
                    absent.append(
                        "\(path) is another volume than \(first.path) was made with; see `tmf verify --volumes`")
                }
            } catch {
                absent.append("\(path) cannot be read: \(error)")
            }
        }
    }
}
