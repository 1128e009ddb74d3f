package cn.dangjian.organization.tree.application;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import cn.dangjian.testkit.Api;
import cn.dangjian.testkit.ServiceTest;
import cn.dangjian.testkit.Tokens;
import java.io.ByteArrayOutputStream;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Whatever the file, every row is counted once, and the tree holds what the good rows say. */
@ServiceTest
class ImportFiguresTest {

    private static final List<String> FILES = List.of("cities.csv", "areas.csv", "streets.csv", "villages.csv");
    private static final String PROVINCE = "71";

    @Autowired
    Api api;

    @Autowired
    Tokens tokens;

    @Autowired
    JdbcClient jdbc;

    private final Map<String, String> expected = new HashMap<>();

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 5, 8, 13, 21, 34})
    void figuresAddUp(long seed) {
        var random = new Random(seed);
        var uploads = new Uploads(api, tokens);
        jdbc.sql("select code, name from unit where code like '71%'").query(row -> {
            expected.put(row.getString(1), row.getString(2));
        });
        expected.putIfAbsent(PROVINCE, "台湾省");
        long events = events();

        long id = uploads.open(PROVINCE, "台湾省");
        uploads.upload(id, "cities.csv", file(random, Uploads.CITIES, 4, List.of(2)));
        uploads.upload(id, "areas.csv", file(random, Uploads.AREAS, 6, List.of(4, 2)));
        uploads.upload(id, "streets.csv", file(random, Uploads.STREETS, 9, List.of(6, 2, 4)));
        uploads.upload(id, "villages.csv", file(random, Uploads.VILLAGES, 12, List.of(9, 2, 4, 6)));
        var done = uploads.applied(id);

        int touched = 0;
        int rejected = 0;
        for (String file : FILES) {
            var figures = Uploads.figures(done, file);
            assertThat(figures.getFirst())
                    .as(file + " " + figures)
                    .isEqualTo(
                            figures.stream().skip(1).mapToInt(Integer::intValue).sum());
            touched += figures.get(1) + figures.get(2);
            rejected += figures.get(4);
        }
        assertThat(uploads.rejections(id)).hasSize(rejected);
        assertThat(events() - events).isBetween((long) touched, touched + 1L);
        var names = new HashMap<String, String>();
        jdbc.sql("select code, name from unit where code like '71%'").query(row -> {
            names.put(row.getString(1), row.getString(2));
        });
        assertThat(names).isEqualTo(expected);
    }

    /** Rows of which some are damaged; what the good ones say is expected of the tree. */
    private byte[] file(Random random, String header, int digits, List<Integer> ancestors) {
        var bytes = new ByteArrayOutputStream();
        bytes.writeBytes(header.getBytes(UTF_8));
        Set<String> seen = new HashSet<>();
        for (int i = 0; i < 60; i++) {
            String code = code(random, digits);
            String name = "虚构" + random.nextInt(3) + "镇村";
            String row = row(code, name, ancestors);
            boolean good = true;
            switch (random.nextInt(12)) {
                case 0 -> {
                    row = row.replace(name, "");
                    good = false;
                }
                case 1 -> {
                    row = row + ",x";
                    good = false;
                }
                case 2 -> {
                    row = row.replace(name, "\"" + name);
                    good = false;
                }
                case 3 -> {
                    row = "7" + row;
                    good = false;
                }
                case 4 -> {
                    bytes.write(0xC3);
                    good = false;
                }
                default -> {}
            }
            bytes.writeBytes((row + (random.nextBoolean() ? "\r\n" : "\n")).getBytes(UTF_8));
            boolean first = good && seen.add(code);
            boolean hasParent = expected.containsKey(code.substring(0, ancestors.getFirst()));
            if (first && hasParent) expected.put(code, name);
        }
        return bytes.toByteArray();
    }

    private static String row(String code, String name, List<Integer> ancestors) {
        var row = new StringBuilder(code + "," + name);
        for (int digits : ancestors) row.append(',').append(code, 0, digits);
        return row.toString();
    }

    /** Few different codes, so that repetitions and missing parents happen. */
    private static String code(Random random, int digits) {
        var code = new StringBuilder(PROVINCE);
        for (int length : List.of(4, 6, 9, 12)) {
            if (digits < length) break;
            code.append(length <= 6 ? "0" : "10").append(1 + random.nextInt(4));
        }
        return code.toString();
    }

    private long events() {
        return jdbc.sql("select count(*) from outbox where type = 'organization.unit-changed.v1'")
                .query(Long.class)
                .single();
    }
}
