package cn.dangjian.assessment.scheme.frame;

import static cn.dangjian.assessment.scheme.frame.SchemeRefusal.FRAME_MISSING;
import static cn.dangjian.assessment.scheme.frame.SchemeRefusal.FRAME_UNFIT;
import static cn.dangjian.assessment.scheme.frame.SchemeRefusal.NOT_OWNER;
import static cn.dangjian.assessment.scheme.frame.SchemeRefusal.PUBLISHED_ALREADY;
import static cn.dangjian.assessment.scheme.frame.SchemeRefusal.UNKNOWN;
import static cn.dangjian.assessment.scheme.frame.SchemeRefusal.WRONG_DAY;

import cn.dangjian.assessment.scheme.check.CheckScheme;
import cn.dangjian.assessment.scheme.check.Finding;
import cn.dangjian.platform.directory.UnitId;
import cn.dangjian.platform.directory.desk.Desk;
import cn.dangjian.platform.web.Stripped;
import cn.dangjian.platform.web.version.Seen;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** 发布: a scheme counts from a day on, and another version of it no longer. */
@Service
class PublishScheme {

    private final SchemeTable schemes;
    private final ContentTable contents;
    private final CheckScheme checkScheme;
    private final List<SchemeObserver> observers;

    PublishScheme(SchemeTable schemes, ContentTable contents, CheckScheme checkScheme, List<SchemeObserver> observers) {
        this.schemes = schemes;
        this.contents = contents;
        this.checkScheme = checkScheme;
        this.observers = observers;
    }

    record PublicationRequest(
            @NotNull LocalDate from,
            @NotBlank @Size(max = 100) @Stripped String document) {}

    /** The first version of a year may begin on any day of it; a later one neither before today nor before the one it replaces. */
    @Transactional
    Scheme publish(long id, PublicationRequest request, Seen seen, Desk desk) {
        schemes.lock(desk.unit().id().value());
        var scheme = schemes.find(id, desk.scope()).orElseThrow(UNKNOWN);
        NOT_OWNER.unless(desk.isOf(new UnitId(scheme.unitId())));
        seen.require(scheme.version());
        PUBLISHED_ALREADY.unless(scheme.isDraft());
        var before = schemes.listPublished(scheme.year()).stream()
                .filter(other -> other.isVersionOf(scheme) && other.toOn() == null)
                .findFirst();
        var first = LocalDate.of(scheme.year(), 1, 1);
        if (before.isPresent())
            first = later(
                    desk.today(), Objects.requireNonNull(before.get().fromOn()).plusDays(1));
        var last = LocalDate.of(scheme.year(), 12, 31);
        if (request.from().isBefore(first) || request.from().isAfter(last)) throw WRONG_DAY.with(first, last);
        var found = findings(scheme, desk);
        if (!found.isEmpty()) throw found.getFirst().refused();

        before.ifPresent(old -> schemes.end(old, request.from()));
        schemes.publish(scheme, request, request.from(), desk);
        var published = schemes.find(id, desk.scope()).orElseThrow();
        for (var observer : observers) observer.schemePublished(published);
        return published;
    }

    /** What stands in its way; whoever has published above is asked first. */
    List<Finding> findings(Scheme scheme, Desk desk) {
        var above = schemes.listAbove(desk.unit(), scheme.year(), scheme.object()).stream()
                .filter(other -> other.domain() == null || other.domain() == scheme.domain())
                .toList();
        var frame = above.stream()
                .filter(other -> scheme.frame() != null && other.id() == scheme.frame())
                .findFirst();
        if (frame.isEmpty() && !above.isEmpty())
            throw FRAME_MISSING.with(above.getFirst().title());
        FRAME_UNFIT.when(scheme.frame() != null && frame.isEmpty());
        return checkScheme.check(contents.get(scheme), frame.map(contents::get).orElse(null));
    }

    private static LocalDate later(LocalDate one, LocalDate other) {
        return one.isAfter(other) ? one : other;
    }
}
