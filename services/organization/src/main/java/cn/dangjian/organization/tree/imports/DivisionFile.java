package cn.dangjian.organization.tree.imports;

import cn.dangjian.platform.directory.Tier;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** The files of an import, from the top of the tree down; each row names its ancestors. */
public enum DivisionFile {
    CITIES(1, "cities.csv", Tier.CITY, Tier.PROVINCE),
    AREAS(2, "areas.csv", Tier.COUNTY, Tier.CITY),
    STREETS(3, "streets.csv", Tier.TOWNSHIP, Tier.COUNTY),
    VILLAGES(4, "villages.csv", Tier.VILLAGE, Tier.TOWNSHIP);

    /** Which ancestor a column names. */
    private static final Map<String, Tier> ANCESTORS = new LinkedHashMap<>();

    static {
        ANCESTORS.put("provinceCode", Tier.PROVINCE);
        ANCESTORS.put("cityCode", Tier.CITY);
        ANCESTORS.put("areaCode", Tier.COUNTY);
        ANCESTORS.put("streetCode", Tier.TOWNSHIP);
    }

    private final int number;
    private final String fileName;
    private final Tier tier;
    private final Tier parent;

    DivisionFile(int number, String fileName, Tier tier, Tier parent) {
        this.number = number;
        this.fileName = fileName;
        this.tier = tier;
        this.parent = parent;
    }

    public static Optional<DivisionFile> named(String fileName) {
        return Arrays.stream(values())
                .filter(file -> file.fileName.equals(fileName))
                .findFirst();
    }

    public static DivisionFile numbered(int number) {
        return Arrays.stream(values())
                .filter(file -> file.number == number)
                .findFirst()
                .orElseThrow();
    }

    /** Its place among the files, as the tables write it. */
    public int number() {
        return number;
    }

    public String fileName() {
        return fileName;
    }

    /** The tier of its units. */
    public Tier tier() {
        return tier;
    }

    /** The column that names the unit directly above; the file cannot do without it. */
    public String parentColumn() {
        return ANCESTORS.entrySet().stream()
                .filter(entry -> entry.getValue() == parent)
                .findFirst()
                .orElseThrow()
                .getKey();
    }

    /** The columns that name an ancestor, and which one. */
    public Map<String, Tier> ancestors() {
        var known = new LinkedHashMap<String, Tier>();
        ANCESTORS.forEach((column, ancestor) -> {
            if (ancestor.compareTo(tier) < 0) known.put(column, ancestor);
        });
        return known;
    }
}
