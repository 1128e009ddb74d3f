package cn.dangjian.platform.directory.trial;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.dangjian.platform.directory.Tier;
import cn.dangjian.platform.directory.rows.Records;
import cn.dangjian.testkit.ServiceTest;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.SimplePropertyRowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Records of rows are those that Spring's own mapper makes. */
@ServiceTest
class RecordsTest {

    private static final String ROWS = """
        select 7 id, cast('2026-03-02' as date) from_on, cast('2026-03-02 08:00:00.5' as datetime(6)) heardAt, 'CITY' TIER,
               3 > 2 is_open, 12.50 fen, null note, 41 as many
        union all
        select 8, '2026-03-03', '2026-03-03 08:00:00', 'BRANCH', 0, 0.07, '虚构', null\
        """;

    @Autowired
    private JdbcClient jdbc;

    record Row(
            long id,
            LocalDate fromOn,
            LocalDateTime heardAt,
            Tier tier,
            boolean isOpen,
            BigDecimal fen,
            @Nullable String note,
            @Nullable Integer many) {}

    record Wanting(long id, String elsewhere) {}

    record Counted(long id, int many) {}

    @Test
    void areThoseOfSpringsOwnMapper() {
        var rows = jdbc.sql(ROWS).query(Records.of(Row.class)).list();

        assertThat(rows)
                .isEqualTo(jdbc.sql(ROWS)
                        .query(new SimplePropertyRowMapper<>(Row.class))
                        .list());
        assertThat(rows)
                .first()
                .isEqualTo(new Row(
                        7,
                        LocalDate.of(2026, 3, 2),
                        LocalDateTime.of(2026, 3, 2, 8, 0, 0, 500_000_000),
                        Tier.CITY,
                        true,
                        new BigDecimal("12.50"),
                        null,
                        41));
    }

    @Test
    void sayWhichColumnIsMissing() {
        assertThatThrownBy(() -> jdbc.sql(ROWS).query(Records.of(Wanting.class)).list())
                .isInstanceOf(DataAccessException.class)
                .hasMessageContaining("elsewhere");
    }

    @Test
    void neverTakeNothingForANumber() {
        for (var mapper : List.of(Records.of(Counted.class), new SimplePropertyRowMapper<>(Counted.class)))
            assertThatThrownBy(() -> jdbc.sql(ROWS).query(mapper).list())
                    .isInstanceOf(org.springframework.core.convert.ConversionFailedException.class);
    }
}
