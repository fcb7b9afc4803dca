/// The area of genomic medicine in which an analysis was made (the areas of Genomic Medicine Sweden).
package enum Area: String, Sendable, CaseIterable {
    case rare, solid, haematology
    case childhoodCancer = "childhood-cancer"
    case infection
}
