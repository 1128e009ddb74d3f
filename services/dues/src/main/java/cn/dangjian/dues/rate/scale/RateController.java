package cn.dangjian.dues.rate.scale;

import cn.dangjian.dues.money.Yuan;
import cn.dangjian.platform.directory.desk.Desk;
import cn.dangjian.platform.rules.book.Rulebook;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What holds where the caller is. */
@Tag(name = "rates 交纳比例")
@RestController
class RateController {

    private final Rates rates;
    private final Rulebook rulebook;

    RateController(Rates rates, Rulebook rulebook) {
        this.rates = rates;
        this.rulebook = rulebook;
    }

    /**
     * @param over the base is above this
     * @param upto and at most this; null without an upper bound
     * @param percent of the whole base
     */
    record Bracket(Scale scale, Yuan over, @Nullable Yuan upto, BigDecimal percent, String source, String certainty) {}

    /** @param amount a month; null where the province has set none */
    record Flat(Scale scale, @Nullable Yuan amount, String source) {}

    record RatesView(YearMonth month, List<Bracket> brackets, List<Flat> flats) {}

    @Operation(summary = "The rates of a month where the caller is, each with its article (党费交纳标准)")
    @GetMapping("/v1/rates")
    RatesView rates(@RequestParam(required = false) @Nullable YearMonth month, Desk desk) {
        var asked = month == null ? YearMonth.from(desk.today()) : month;
        var first = asked.atDay(1);
        return new RatesView(
                asked, rates.in(first).stream().map(RateController::bracket).toList(), flats(first, desk));
    }

    private List<Flat> flats(LocalDate first, Desk desk) {
        var rules = rulebook.on(first);
        String path = desk.unit().path();
        return Arrays.stream(Scale.values())
                .filter(Scale::isFlat)
                .map(scale -> new Flat(
                        scale,
                        rules.find(scale.flatRule(), path)
                                .map(fen -> new Yuan(fen.longValueExact()))
                                .orElse(null),
                        rules.source(scale.flatRule(), path)))
                .toList();
    }

    private static Bracket bracket(Rate rate) {
        return new Bracket(
                rate.scale(),
                new Yuan(rate.overFen()),
                rate.uptoFen() == null ? null : new Yuan(rate.uptoFen()),
                rate.percent(),
                rate.source(),
                rate.certainty());
    }
}
