package cn.dangjian.bench;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * 区划文件: the division files of one province, one row per line after the header.
 *
 * @param province two digits, with which every code begins
 */
record Divisions(Path folder, String province) {

    static final List<String> FILES = List.of("cities.csv", "areas.csv", "streets.csv", "villages.csv");
    static final int MOST = 300_000;

    private static final Pattern CODE =
            Pattern.compile("(?<=^|,)(\"?)(\\d{2})((?:\\d{2}|\\d{4}|\\d{7}|\\d{10})?)(?=\"?(?:,|$))");
    private static final int VILLAGES_OF_STREET = 20;
    private static final int STREETS_OF_AREA = 20;
    private static final int AREAS_OF_CITY = 12;

    /** @throws IllegalArgumentException if a file is missing */
    static Divisions of(Path folder) {
        for (var file : FILES) {
            if (!Files.isReadable(folder.resolve(file))) {
                throw new IllegalArgumentException("No " + file + " in " + folder + ": see --folder and --synthetic");
            }
        }
        var codes = lines(folder.resolve("villages.csv"));
        if (codes.size() < 2) throw new IllegalArgumentException("No villages in " + folder);
        return new Divisions(folder, codes.get(1).replace("\"", "").substring(0, 2));
    }

    /** Writes a fictitious province with so many villages. */
    static Divisions synthetic(int villages, Path folder) {
        int streets = above(villages, VILLAGES_OF_STREET);
        int areas = above(streets, STREETS_OF_AREA);
        int cities = above(areas, AREAS_OF_CITY);
        write(folder, "cities.csv", "code,name,provinceCode", cities, i -> city(i) + ",虚构市" + i + ",97");
        write(folder, "areas.csv", "code,name,cityCode,provinceCode", areas, i -> "%s,虚构%d县,%s,97"
                .formatted(area(i), i, city(i / AREAS_OF_CITY)));
        write(folder, "streets.csv", "code,name,areaCode,provinceCode", streets, i -> "%s,虚构%d镇,%s,97"
                .formatted(street(i), i, area(i / STREETS_OF_AREA)));
        write(folder, "villages.csv", "code,name,streetCode,provinceCode", villages, i -> "%s%03d,虚构%d村,%s,97"
                .formatted(
                        street(i / VILLAGES_OF_STREET),
                        200 + i % VILLAGES_OF_STREET,
                        i,
                        street(i / VILLAGES_OF_STREET)));
        return new Divisions(folder, "97");
    }

    /** Writes a fictitious province of two cities; the first has one county of 5,001 units. */
    static Divisions largeCounty(Path folder) {
        var county = largeCountyCode("96");
        write(folder, "cities.csv", "code,name,provinceCode", 2, i -> "960%d,虚构市%d,96".formatted(i + 1, i));
        write(folder, "areas.csv", "code,name,cityCode,provinceCode", 1, i -> county + ",虚构大县,9601,96");
        write(folder, "streets.csv", "code,name,areaCode,provinceCode", 100, i -> "%s%d,虚构%d镇,%s,96"
                .formatted(county, 100 + i, i, county));
        write(folder, "villages.csv", "code,name,streetCode,provinceCode", 4_900, i -> "%s%d%d,虚构%d村,%s%d,96"
                .formatted(county, 100 + i / 49, 200 + i % 49, i, county, 100 + i / 49));
        return new Divisions(folder, "96");
    }

    static String largeCountyCode(String province) {
        return province + "0121";
    }

    /** The same divisions as another province's: every code begins with the given digits instead. */
    Divisions under(String other, Path copies) {
        var copy = copies.resolve(other);
        for (var file : FILES) {
            var lines = lines(folder.resolve(file)).stream()
                    .map(line -> recoded(line, other))
                    .toList();
            write(copy, file, lines);
        }
        return new Divisions(copy, other);
    }

    private String recoded(String line, String other) {
        return CODE.matcher(line)
                .replaceAll(
                        code -> code.group(2).equals(province) ? code.group(1) + other + code.group(3) : code.group());
    }

    /** How many rows each file has, the header left out. */
    Map<String, Integer> rows() {
        var rows = new LinkedHashMap<String, Integer>();
        for (var file : FILES) rows.put(file, lines(folder.resolve(file)).size() - 1);
        return rows;
    }

    /** How many units they make, the province included. */
    int size() {
        return 1 + rows().values().stream().mapToInt(Integer::intValue).sum();
    }

    byte[] read(String file) {
        try {
            return Files.readAllBytes(folder.resolve(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    List<String> columns(String file) {
        return List.of(lines(folder.resolve(file)).getFirst().replace("\"", "").split(",", -1));
    }

    private static String city(int index) {
        return "97%02d".formatted(1 + index);
    }

    private static String area(int index) {
        return city(index / AREAS_OF_CITY) + (21 + index % AREAS_OF_CITY);
    }

    private static String street(int index) {
        return area(index / STREETS_OF_AREA) + (100 + index % STREETS_OF_AREA);
    }

    private static int above(int items, int each) {
        return (items + each - 1) / each;
    }

    private static void write(Path folder, String file, String header, int rows, IntFunction<String> row) {
        var lines = IntStream.range(0, rows).mapToObj(row).toList();
        write(folder, file, Stream.concat(Stream.of(header), lines.stream()).toList());
    }

    private static void write(Path folder, String file, List<String> lines) {
        try {
            Files.createDirectories(folder);
            Files.writeString(folder.resolve(file), String.join("\n", lines) + "\n");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Without a byte order mark and without lines that are blank. */
    private static List<String> lines(Path file) {
        try {
            var text = Files.readString(file, UTF_8);
            return text.replaceFirst("^\ufeff", "")
                    .lines()
                    .filter(line -> !line.isBlank())
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
