package cn.dangjian.assessment.result.year;

import static cn.dangjian.assessment.result.year.YearRefusal.MADE_ALREADY;
import static cn.dangjian.assessment.result.year.YearRefusal.NOT_AUDIENCE;
import static cn.dangjian.assessment.result.year.YearRefusal.NOT_FORESEEN;
import static cn.dangjian.assessment.result.year.YearRefusal.NOT_FROZEN;
import static cn.dangjian.assessment.result.year.YearRefusal.NOT_MADE;
import static cn.dangjian.assessment.result.year.YearRefusal.NOT_OWNER;
import static cn.dangjian.assessment.result.year.YearRefusal.SCHEME_UNKNOWN;
import static cn.dangjian.assessment.result.year.YearRefusal.SECOND_IN_THE_YEAR;

import cn.dangjian.assessment.result.year.RankingTable.Place;
import cn.dangjian.assessment.scheme.content.Audience;
import cn.dangjian.assessment.scheme.content.Ranking;
import cn.dangjian.assessment.scheme.frame.Scheme;
import cn.dangjian.assessment.scheme.frame.SchemeTable;
import cn.dangjian.platform.directory.UnitId;
import cn.dangjian.platform.directory.desk.Desk;
import cn.dangjian.platform.web.Stripped;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** 年度排名: of what is frozen, once a year, for whom the scheme names. */
@Service
class MakeRanking {

    private static final String ARTICLE = "中办国办2024《整治形式主义为基层减负若干规定》：不得频繁排名通报 (R-42)";

    private final SchemeTable schemes;
    private final CloseTable closes;
    private final RankingTable rankings;

    MakeRanking(SchemeTable schemes, CloseTable closes, RankingTable rankings) {
        this.schemes = schemes;
        this.closes = closes;
        this.rankings = rankings;
    }

    /** @param basis what allows a second one in the same year; null for the first */
    record RankingRequest(
            @NotBlank @Size(max = 100) @Stripped String document,
            @Nullable @Size(max = 200) @Stripped String basis) {}

    @Transactional
    List<Place> make(long id, RankingRequest request, Desk desk) {
        closes.lock(desk.unit().id().value());
        var scheme = schemes.find(id, desk.scope()).orElseThrow(SCHEME_UNKNOWN);
        NOT_OWNER.unless(desk.isOf(new UnitId(scheme.unitId())));
        NOT_FORESEEN.when(scheme.ranking() != Ranking.YEARLY);
        NOT_FROZEN.unless(closes.find(scheme)
                .filter(close -> close.isFrozen() && close.schemeId() == id)
                .isPresent());
        MADE_ALREADY.when(rankings.find(id).isPresent());
        boolean isSecond = !rankings.listMade(scheme, desk.today().getYear()).isEmpty();
        if (isSecond && (request.basis() == null || request.basis().isEmpty())) throw SECOND_IN_THE_YEAR.with(ARTICLE);

        rankings.insert(scheme, request, desk);
        return places(id, scheme);
    }

    List<Place> list(long id, Desk desk) {
        var scheme = schemes.find(id, desk.scope()).orElseThrow(SCHEME_UNKNOWN);
        NOT_MADE.when(rankings.find(id).isEmpty());
        var places = places(id, scheme);
        boolean isAbove = desk.scope().contains(scheme.path());
        boolean isRanked = places.stream().anyMatch(place -> desk.isOf(new UnitId(place.unit())));
        NOT_AUDIENCE.unless(isAbove || (scheme.audience() == Audience.RANKED && isRanked));
        return places;
    }

    private List<Place> places(long id, Scheme scheme) {
        var versions = schemes.listPublished(scheme.year()).stream()
                .filter(scheme::isVersionOf)
                .map(Scheme::id)
                .toList();
        return rankings.listPlaces(id, versions, scheme.year());
    }
}
