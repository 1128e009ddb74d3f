package cn.dangjian.assessment.result.year;

import static cn.dangjian.assessment.result.year.YearRefusal.NOT_CLOSED;
import static cn.dangjian.assessment.result.year.YearRefusal.SCHEME_UNKNOWN;

import cn.dangjian.assessment.points.Points;
import cn.dangjian.assessment.result.year.CloseYear.ClosingRequest;
import cn.dangjian.assessment.result.year.MakeRanking.RankingRequest;
import cn.dangjian.assessment.result.year.RankingTable.Place;
import cn.dangjian.assessment.scheme.frame.SchemeTable;
import cn.dangjian.platform.directory.desk.Desk;
import cn.dangjian.platform.web.idempotency.Idempotent;
import cn.dangjian.platform.web.version.Reply;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** What becomes of a year when it is over. */
@Tag(name = "years 年度")
@RestController
class YearController {

    private final CloseYear closeYear;
    private final MakeRanking makeRanking;
    private final SchemeTable schemes;
    private final CloseTable closes;

    YearController(CloseYear closeYear, MakeRanking makeRanking, SchemeTable schemes, CloseTable closes) {
        this.closeYear = closeYear;
        this.makeRanking = makeRanking;
        this.schemes = schemes;
        this.closes = closes;
    }

    /** @param parts of how many units, or parts of their year, the scores are frozen so far */
    record ClosingView(
            long scheme,
            int year,
            YearClose.State state,
            int parts,
            String document,
            @Nullable OffsetDateTime frozenAt) {

        static ClosingView of(YearClose close) {
            return new ClosingView(
                    close.schemeId(),
                    close.year(),
                    close.state(),
                    close.parts(),
                    close.document(),
                    close.frozenAt() == null ? null : close.frozenAt().atOffset(ZoneOffset.UTC));
        }
    }

    record PlaceView(long unit, String name, Points total, int place) {}

    record RankingView(long scheme, List<PlaceView> places) {

        static RankingView of(long scheme, List<Place> places) {
            return new RankingView(
                    scheme,
                    places.stream()
                            .map(place ->
                                    new PlaceView(place.unit(), place.name(), new Points(place.total()), place.place()))
                            .toList());
        }
    }

    @Operation(
            summary = "Close the year of a scheme: all is scored once more from the same facts, and frozen (年度锁定)",
            description = "What is heard afterwards changes nothing of it, and is marked as late in explanations.")
    @Idempotent
    @PostMapping("/v1/schemes/{id}/closing")
    @ResponseStatus(HttpStatus.ACCEPTED)
    ResponseEntity<ClosingView> close(@PathVariable long id, @Valid @RequestBody ClosingRequest request, Desk desk) {
        return ResponseEntity.accepted().body(ClosingView.of(closeYear.close(id, request, desk)));
    }

    @Operation(summary = "How far the year of a scheme is frozen")
    @GetMapping("/v1/schemes/{id}/closing")
    ClosingView closing(@PathVariable long id, Desk desk) {
        var scheme = schemes.find(id, desk.scope()).orElseThrow(SCHEME_UNKNOWN);
        return ClosingView.of(closes.find(scheme).orElseThrow(NOT_CLOSED));
    }

    @Operation(
            summary = "Make the yearly ranking of what is frozen (年度排名)",
            description = "Once a year for one kind of units; a second one only with the legal basis that allows it.")
    @Idempotent
    @PostMapping("/v1/schemes/{id}/ranking")
    @ResponseStatus(HttpStatus.CREATED)
    ResponseEntity<RankingView> rank(@PathVariable long id, @Valid @RequestBody RankingRequest request, Desk desk) {
        return Reply.created(RankingView.of(id, makeRanking.make(id, request, desk)));
    }

    @Operation(summary = "The yearly ranking, for whom the scheme names")
    @GetMapping("/v1/schemes/{id}/ranking")
    RankingView ranking(@PathVariable long id, Desk desk) {
        return RankingView.of(id, makeRanking.list(id, desk));
    }
}
