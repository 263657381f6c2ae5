/// What a volume without pages says to whoever opens it alone.
enum VolumeText {
    static let fileName = "VOLUME.txt"

    static func text(_ facts: VolumeFacts) -> String {
        """
        This is volume \(facts.number) of \(facts.count) of the package \(facts.group)
        =========================================================

        It holds records only. Volume 1 holds the pages (data/index.html), the lists and the journal: unpack all volumes
        into the same folder, and open data/index.html of volume 1; its links lead here. data/index.csv of volume 1
        lists every record with its volume, path and SHA-256.

        This volume is a whole BagIt bag and can be checked alone:

          sha256sum -c manifest-sha256.txt
          sha256sum -c tagmanifest-sha256.txt

        bag-info.txt names the other volumes. In volume 1 it states the SHA-256 of the tagmanifest-sha256.txt of each.

        """
    }
}
