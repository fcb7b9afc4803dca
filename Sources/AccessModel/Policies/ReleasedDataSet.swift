package import ClinicalModel
package import GenomeModel
package import StructuredText

/// A part of a controller's data that *can* be shared: a selection by area, origin and kind of analysis. That it *may* be, and for
/// which purposes, is set apart from it.
package struct ReleasedDataSet: Hashable, Sendable {
    package let name: String
    package let title: LocalizedText
    package let areas: Set<Area>
    package let origins: Set<Origin>
    package let assayKinds: Set<AssayVersion.Kind>

    package init(
        name: String, title: LocalizedText, areas: Set<Area>, origins: Set<Origin>, assayKinds: Set<AssayVersion.Kind>
    ) {
        self.name = name
        self.title = title
        self.areas = areas
        self.origins = origins
        self.assayKinds = assayKinds
    }

    package func contains(area: Area, origin: Origin, assayKind: AssayVersion.Kind) -> Bool {
        areas.contains(area) && origins.contains(origin) && assayKinds.contains(assayKind)
    }
}
