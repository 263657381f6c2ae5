import TMFFormats
import TMFModel

extension ManifestRow {
    /// Takes the place from `address` wherever the row says nothing of it.
    ///
    /// A row that names a country or a site leaves the old scope; one that names a level alone keeps as much of the old
    /// scope as the level has.
    mutating func fill(from address: SlotAddress) {
        artifact = artifact ?? address.artifact
        subArtifact = subArtifact ?? address.subArtifact
        person = person ?? address.person
        organization = organization ?? address.organization
        guard country == nil, site == nil else { return }
        level = level ?? address.scope.level
        if level != .trial { country = address.scope.country }
        if level == .site { site = address.scope.site }
    }
}
