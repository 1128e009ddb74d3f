package cn.dangjian.platform.web.paging;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PageTest {

    @ParameterizedTest
    @CsvSource({"0, 3, 0, false", "2, 3, 2, false", "3, 3, 3, false", "4, 3, 3, true", "2, 1, 1, true"})
    void endsWhereNoMoreRowsWereFetched(int fetched, int limit, int shown, boolean more) {
        var rows = LongStream.rangeClosed(1, fetched).boxed().toList();

        var page = Page.of(rows, limit, Cursor::of);

        assertThat(page.items()).hasSize(shown);
        assertThat(page.next() != null).isEqualTo(more);
        if (more) assertThat(Cursor.parse(page.next(), 1).number(0)).isEqualTo(shown);
    }

    @Test
    void keepsItsPlaceWhenItsItemsChange() {
        var page = Page.of(List.of(1L, 2L), 1, Cursor::of);

        assertThat(page.map(String::valueOf)).isEqualTo(new Page<>(List.of("1"), page.next()));
    }
}
