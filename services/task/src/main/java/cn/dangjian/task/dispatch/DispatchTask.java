package cn.dangjian.task.dispatch;

import cn.dangjian.platform.directory.Scope;
import cn.dangjian.platform.directory.UnitId;
import cn.dangjian.platform.directory.desk.Desk;
import cn.dangjian.platform.rules.trace.Traces;
import cn.dangjian.platform.web.Stripped;
import cn.dangjian.task.dispatch.Addressing.NextTier;
import cn.dangjian.task.dispatch.Line.Early;
import cn.dangjian.task.dispatch.Line.Mode;
import cn.dangjian.task.dispatch.Line.Relayed;
import cn.dangjian.task.dispatch.RelayTable.Above;
import cn.dangjian.task.due.Deadline;
import cn.dangjian.task.due.Due;
import cn.dangjian.task.flow.Addressees;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * 派送: a unit sends a task to the units below it, in its territory or in its line, that fit a target; or forwards what it
 * was given itself (转派).
 */
@Service
public class DispatchTask {

    /** The year of a number is the year in Beijing. */
    private static final ZoneId BEIJING = ZoneId.of("Asia/Shanghai");

    private final DispatchRepository dispatches;
    private final RelayTable relays;
    private final Addressing addressing;
    private final Addressees addressees;
    private final Announcements announcements;

    DispatchTask(
            DispatchRepository dispatches,
            RelayTable relays,
            Addressing addressing,
            Addressees addressees,
            Announcements announcements) {
        this.dispatches = dispatches;
        this.relays = relays;
        this.addressing = addressing;
        this.addressees = addressees;
        this.announcements = announcements;
    }

    /**
     * A task to dispatch.
     *
     * @param relay how it goes down beside that, and from where it comes
     */
    record Order(
            @Stripped @NotBlank @Size(max = 200) String title,

            @Stripped(lines = true) @NotBlank @Size(max = 20000)
            String text,

            @Stripped(lines = true) @NotBlank @Size(max = 1000)
            String goal,

            @NotNull @Valid Deadline deadline,
            @Nullable Boolean materialRequired,
            @NotNull @Valid Target target,
            @Nullable @Valid Relayed relay) {}

    /**
     * What a unit forwards of its assignment.
     *
     * @param assignment that it breaks down, of a dispatch
     * @param goal null for the one above
     */
    public record Part(
            long assignment,
            DispatchId of,
            String text,
            @Nullable String goal,
            OffsetDateTime deadline,
            @Nullable String earlyReason,
            @Nullable Target target,
            Companions companions) {}

    /** Who is told of it without having to do it: co-operators (协办), and who gets a copy (抄送). */
    public record Companions(List<UnitId> cooperators, List<UnitId> copies) {

        static final Companions NONE = new Companions(List.of(), List.of());
    }

    /** @param due what the deadline of the order comes to */
    @Transactional
    Dispatch dispatch(Order order, Due due, Desk desk) {
        Traces.refuse(order.title(), order.text(), order.goal());
        return order(order, due, desk);
    }

    /** Also with words that were looked at where they were published: what is to be put right may be that photos were demanded. */
    @Transactional
    Dispatch order(Order order, Due due, Desk desk) {
        var now = desk.now().atOffset(ZoneOffset.UTC);
        DispatchRefusal.DEADLINE_PAST.unless(due.at().isAfter(now));
        var line = Line.root(Objects.requireNonNullElse(order.relay(), Relayed.NOTHING));
        DispatchRefusal.NONE_CHOSEN.when(
                line.mode() == Mode.DIRECT && order.target().choosesNothing());
        return send(
                new Dispatch(
                        new DispatchId(0),
                        "",
                        desk.unit().id(),
                        order.title(),
                        order.text(),
                        order.goal(),
                        due.at(),
                        Boolean.TRUE.equals(order.materialRequired()),
                        order.target(),
                        desk.scope().by(),
                        0,
                        desk.caller().account(),
                        now,
                        1,
                        line),
                Companions.NONE,
                desk);
    }

    /** Without a target it goes to the next tier. Title, material and goal are those above, the text is added to them. */
    @Transactional(propagation = Propagation.MANDATORY)
    public Dispatch forward(Part part, Desk desk) {
        var now = desk.now().atOffset(ZoneOffset.UTC);
        DispatchRefusal.DEADLINE_PAST.unless(part.deadline().isAfter(now));
        Traces.refuse(part.text(), part.goal());
        var above = relays.findAbove(part.of());
        var target = Objects.requireNonNullElse(part.target(), Target.EMPTY);
        var line = new Line(
                part.assignment(),
                new DispatchId(above.root()),
                above.chain(),
                above.depth() + 1,
                target.choosesNothing() ? Mode.RELAY : Mode.DIRECT,
                early(part, above),
                Relayed.NOTHING);
        return send(
                new Dispatch(
                        new DispatchId(0),
                        "",
                        desk.unit().id(),
                        above.title(),
                        part.text(),
                        Objects.requireNonNullElse(part.goal(), above.goal()),
                        Dispatch.kept(part.deadline()),
                        above.materialRequired(),
                        target,
                        desk.scope().by(),
                        0,
                        desk.caller().account(),
                        now,
                        1,
                        line),
                part.companions(),
                desk);
    }

    private static @Nullable Early early(Part part, Above above) {
        var reason = part.earlyReason();
        return reason == null ? null : new Early(reason, new UnitId(above.issuer()));
    }

    /**
     * Forwards assignments to the next tier by the standing instructions that wait with them, by set.
     *
     * @return those that were forwarded
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public List<Long> passOn(Collection<Long> assignments, Instant now) {
        int year = now.atZone(BEIJING).getYear();
        relays.takeNumbers(assignments, year);
        relays.passOn(assignments, year, now);
        // by their ids from here on: whoever dispatches at this moment is not waited for
        var forwardings = relays.listForwardings(assignments);
        addressing.addressNext(forwardings);
        relays.saveAddressed(forwardings);
        relays.dropEmpty(forwardings);

        var links = relays.list(forwardings);
        if (links.isEmpty()) return List.of();
        var ids = links.stream().map(link -> link.id().value()).toList();
        addressees.addressed(ids);
        var addressed = addressing.addressed(ids);
        announcements.append(links.stream()
                .flatMap(link -> announcements
                        .entries(
                                link.dispatch(),
                                addressed.getOrDefault(link.id().value(), List.of()),
                                Companions.NONE,
                                link.subject())
                        .stream())
                .toList());
        return links.stream().flatMap(link -> Stream.ofNullable(link.parent())).toList();
    }

    private Dispatch send(Dispatch planned, Companions companions, Desk desk) {
        var target = planned.target();
        var outside = outside(target, desk.scope());
        if (!outside.isEmpty()) throw DispatchRefusal.OUTSIDE_SCOPE.with(outside.size(), shown(outside));
        var headings = headings(target, desk.scope());
        if (!headings.isEmpty()) throw DispatchRefusal.HEADING_NAMED.with(shown(headings));

        var numbered = planned.numbered(number(planned, desk));
        var dispatch = numbered.at(dispatches.insert(numbered));
        var next = dispatch.line().mode() == Mode.RELAY ? NextTier.of(desk) : null;
        int addressed = addressing.address(dispatch.id(), target, desk.scope(), next);
        DispatchRefusal.NOBODY_ADDRESSED.when(addressed == 0);

        dispatches.saveAddressed(dispatch, addressed);
        addressees.addressed(List.of(dispatch.id().value()));
        var sent = dispatch.to(addressed);
        announcements.announce(sent, addressing.addressed(sent.id()), companions, desk.subject());
        return sent;
    }

    private List<Long> outside(Target target, Scope subtree) {
        var named = new ArrayList<Long>();
        if (target.units() != null) target.units().stream().map(UnitId::value).forEach(named::add);
        if (target.under() != null) named.add(target.under().value());
        if (named.isEmpty()) return List.of();
        return dispatches.findOutside(named, subtree);
    }

    private List<Long> headings(Target target, Scope subtree) {
        if (target.units() == null || target.units().isEmpty()) return List.of();
        return dispatches.findHeadings(
                target.units().stream().map(UnitId::value).toList(), subtree);
    }

    private static String shown(List<Long> units) {
        var first = units.stream().limit(10).map(String::valueOf).toList();
        return String.join("、", first) + (units.size() > first.size() ? "…" : "");
    }

    private String number(Dispatch planned, Desk desk) {
        int year = planned.issuedAt().atZoneSameInstant(BEIJING).getYear();
        var issuer = desk.unit();
        return "%s-%d-%04d"
                .formatted(
                        issuer.code(), year, dispatches.nextNumber(issuer.id().value(), year));
    }
}
