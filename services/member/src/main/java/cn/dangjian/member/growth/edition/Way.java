package cn.dangjian.member.growth.edition;

import static cn.dangjian.member.growth.edition.EditionRefusal.OUT_OF_ORDER;
import static cn.dangjian.member.growth.edition.EditionRefusal.TAKEN;
import static cn.dangjian.member.growth.edition.EditionRefusal.TOO_EARLY;
import static cn.dangjian.member.growth.edition.EditionRefusal.TOO_SOON_AGAIN;

import cn.dangjian.member.growth.edition.Proposed.Vote;
import cn.dangjian.platform.rules.calendar.WorkingCalendar;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One person's way (历程) so far, and what the editions say of how it goes on; it reads nothing and writes nothing. */
public final class Way {

    private final Editions editions;
    private final Terms terms;
    private final WorkingCalendar calendar;
    private final Map<Stage, LocalDate> begun = new EnumMap<>(Stage.class);

    /** What was taken and counts still, the newest of each step. */
    private final Map<String, Taken> standing = new HashMap<>();

    /** When a step failed that has not been taken since. */
    private final Map<String, LocalDate> failed = new HashMap<>();

    private int extendedBy;
    private boolean ended;

    /** @param taken the oldest first */
    public Way(Editions editions, Terms terms, WorkingCalendar calendar, Collection<Taken> taken) {
        this.editions = editions;
        this.terms = terms;
        this.calendar = calendar;
        taken.forEach(this::add);
    }

    private void add(Taken taken) {
        var step = step(taken.step(), taken.day());
        begun.merge(step.stage(), taken.day(), (one, another) -> one.isBefore(another) ? one : another);
        standing.put(step.code(), taken);
        failed.remove(step.code());
        switch (taken.outcome()) {
            case DONE -> {}
            case FAILED -> {
                failed.put(step.code(), taken.day());
                takeAgain(step);
            }
            case EXTENDED -> {
                if (step.mayExtend()) return;
                extendedBy = Objects.requireNonNull(
                        Objects.requireNonNull(decided(step)).months());
                takeAgain(step);
            }
            case CANCELLED -> ended = !step.mayExtend();
        }
    }

    private void takeAgain(Step step) {
        var edition = edition(
                step.stage(), Objects.requireNonNull(standing.get(step.code())).day());
        edition.between(Objects.requireNonNull(step.againFrom()), step.code()).forEach(standing::remove);
    }

    /** What the meeting said that this step approves; null if it approves none. */
    private @Nullable Taken decided(Step step) {
        var before = step.from() == null ? null : standing.get(step.from());
        if (before == null || step.asks() == Step.Asks.VOTE) return null;
        return step(before.step(), before.day()).asks() == Step.Asks.VOTE ? before : null;
    }

    /** The edition that a stage goes by, if a step of it is taken on a day. */
    public Edition edition(Stage stage, LocalDate day) {
        var first = begun.get(stage);
        return editions.on(first != null && terms.stageKeepsEdition() ? first : day);
    }

    /** A step as it is if it is taken on a day. */
    public Step step(String code, LocalDate day) {
        var stage = editions.on(day).step(code).stage();
        return edition(stage, day).step(code);
    }

    /** The steps that can be next, in the order of the rules, as seen on a day. */
    public List<Due> next(LocalDate today) {
        if (ended) return List.of();
        return editions.on(today).steps().stream()
                .map(step -> step(step.code(), today))
                .filter(step -> missing(step).isEmpty() && !isOver(step))
                .map(step -> due(step, today))
                .toList();
    }

    /** By when the first of what is next is to be done, as seen on a day; null if nothing is due. */
    public @Nullable LocalDate nextDay(LocalDate today) {
        return next(today).stream()
                .map(Due::latest)
                .filter(Objects::nonNull)
                .min(Comparator.naturalOrder())
                .orElse(null);
    }

    /** When a step is due, as seen on a day. */
    public Due due(Step step, LocalDate today) {
        var from = begins(step);
        var earliest = from == null ? null : earliest(step, from);
        var again = again(step);
        if (again != null && (earliest == null || again.isAfter(earliest))) earliest = again;
        boolean provisional = from != null
                && (isProvisional(step.earliest(), from)
                        || isProvisional(step.latest(), from)
                        || isProvisional(step.most(), from));
        if (step.publicity() > 0) {
            var last = terms.lastDay(today, step.publicity(), calendar);
            provisional |= !calendar.isWhole(today, last);
            if (earliest == null || !last.isBefore(earliest)) earliest = last.plusDays(1);
        }
        var latest = again == null ? extended(step, after(step.latest(), from)) : null;
        return new Due(step, earliest, latest, after(step.most(), from), provisional);
    }

    /**
     * Lets a step be taken, or refuses with the article that does not let it: in the order, there and possible, its day,
     * what is said of it.
     *
     * @return when it was due
     */
    public Due take(Proposed proposed) {
        var step = step(proposed.step(), proposed.day());
        var article = new Article(step);
        boolean ending = proposed.outcome() == Outcome.CANCELLED;
        if (ended || isOver(step)) throw TAKEN.with(article, step.title());
        var missing = ending ? absent(step.from()) : missing(step);
        if (missing.isPresent())
            throw OUT_OF_ORDER.with(article, step(missing.get(), proposed.day()).title());
        refuseDay(step, article, proposed.day(), ending);
        new Conditions(terms, calendar, step, article).require(proposed, decided(step), extendedBy > 0);
        return due(step, proposed.day());
    }

    private void refuseDay(Step step, Article article, LocalDate day, boolean ending) {
        var from = begins(step);
        var earliest = from == null || ending ? from : earliest(step, from);
        if (earliest != null && day.isBefore(earliest)) throw TOO_EARLY.with(article, earliest);
        for (String code : ending ? List.<String>of() : step.needs()) {
            var before = standing.get(code);
            if (before != null && day.isBefore(before.day())) throw TOO_EARLY.with(article, before.day());
        }
        var again = again(step);
        if (again != null && day.isBefore(again)) throw TOO_SOON_AGAIN.with(article, again);
    }

    /** What happens to the person on which day, if this step is done that was taken as the newest. */
    public LocalDate becomesOn(Step step) {
        var on = Objects.requireNonNull(step.becomesOn());
        var day = Objects.requireNonNull(standing.get(on.step())).day();
        if (!on.earliest()) return day;
        var counted = step(on.step(), day);
        return Objects.requireNonNull(earliest(counted, Objects.requireNonNull(begins(counted))));
    }

    /**
     * How a step ends: a vote as it went, an approval as the meeting has decided unless something else is said.
     *
     * @param said null if nothing is said of it
     * @param vote null if there was none
     */
    public Outcome outcome(Step step, @Nullable Outcome said, @Nullable Vote vote) {
        if (step.asks() == Step.Asks.VOTE && vote != null && !vote.isPassed(terms)) return Outcome.FAILED;
        if (said != null) return said;
        var decided = decided(step);
        return decided == null ? Outcome.DONE : decided.outcome();
    }

    private Optional<String> absent(@Nullable String code) {
        return Optional.ofNullable(code).filter(needed -> !standing.containsKey(needed));
    }

    private Optional<String> missing(Step step) {
        return step.needs().stream().filter(code -> !standing.containsKey(code)).findFirst();
    }

    private boolean isOver(Step step) {
        String until = step.repeatsUntil();
        return standing.containsKey(until == null ? step.code() : until);
    }

    /** The day from which a step's days count: of a repeated one, that of the time before. */
    private @Nullable LocalDate begins(Step step) {
        var before = step.repeatsUntil() == null ? null : standing.get(step.code());
        if (before == null && step.from() != null) before = standing.get(step.from());
        return before == null ? null : before.day();
    }

    private @Nullable LocalDate earliest(Step step, LocalDate from) {
        return extended(step, after(step.earliest(), from));
    }

    /** A day of the vote at the end of probation is later where that was extended. */
    private @Nullable LocalDate extended(Step step, @Nullable LocalDate day) {
        return day == null || !step.mayExtend() ? day : day.plusMonths(extendedBy);
    }

    private @Nullable LocalDate again(Step step) {
        var day = failed.get(step.code());
        return day == null ? null : after(step.pause(), day);
    }

    private @Nullable LocalDate after(@Nullable Span span, @Nullable LocalDate day) {
        return span == null || day == null ? null : span.after(day, calendar);
    }

    private boolean isProvisional(@Nullable Span span, LocalDate day) {
        return span != null && span.isProvisional(day, calendar);
    }
}
