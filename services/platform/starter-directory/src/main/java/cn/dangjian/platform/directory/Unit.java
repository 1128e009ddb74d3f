package cn.dangjian.platform.directory;

import java.time.LocalDate;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A unit of the Party tree, as far as this service has heard.
 *
 * @param parentId null for a province
 * @param code the natural code that people use, for example the division code of rule R-34
 * @param kind what sort of organisation, for example {@code STREET_WORKING_COMMITTEE}
 * @param domain {@code URBAN} or {@code RURAL}
 * @param path fixed-width segments from the province down; a subtree is a range of paths
 * @param version the row version in the organization service
 * @param validTo null while the unit exists
 * @param linePath where it stands in the second hierarchy (条), from the head of its line down; null if in none
 */
public record Unit(
        UnitId id,
        @Nullable Long parentId,
        String code,
        String name,
        Tier tier,
        String kind,
        String domain,
        String path,
        long version,
        LocalDate validFrom,
        @Nullable LocalDate validTo,
        @Nullable String linePath) {

    /** How many characters each level adds to a path. */
    public static final int SEGMENT = 5;

    /**
     * The kind of a division code that only holds others together (汇总码), as 4690 省直辖县级行政区划 or 441900: a unit
     * of the tree, because codes below it are made of its own, but no organisation.
     */
    public static final String HEADING = "DIVISION_GROUP";

    /** Whether nobody is there: a heading of the division codes. */
    public boolean isHeading() {
        return kind.equals(HEADING);
    }

    public boolean isAbolished() {
        return validTo != null;
    }

    /** Whether this unit is directly above the other one in the tree, be it an organisation or a heading. */
    public boolean isParentOf(Unit other) {
        return other.parentId() != null && other.parentId() == id.value();
    }

    /** Whether this unit is directly above the other one in a line (条). */
    public boolean isAboveInLine(Unit other) {
        return other.isBelowInLine() && Objects.equals(linePath, other.lineAbove());
    }

    /** Whether any unit is above this one in a line; none is above the head of a line. */
    public boolean isBelowInLine() {
        return linePath != null && linePath.length() > 2 * SEGMENT;
    }

    private String lineAbove() {
        return Objects.requireNonNull(linePath).substring(0, linePath.length() - SEGMENT);
    }
}
