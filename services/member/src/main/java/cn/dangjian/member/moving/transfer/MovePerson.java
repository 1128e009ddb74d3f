package cn.dangjian.member.moving.transfer;

import static cn.dangjian.member.moving.transfer.TransferRefusal.DAY_AHEAD;
import static cn.dangjian.member.moving.transfer.TransferRefusal.LEFT_TODAY;
import static cn.dangjian.member.moving.transfer.TransferRefusal.MEMBER_LOST;
import static cn.dangjian.member.moving.transfer.TransferRefusal.MEMBER_OUT;
import static cn.dangjian.member.moving.transfer.TransferRefusal.MEMBER_STOPPED;
import static cn.dangjian.member.moving.transfer.TransferRefusal.NOT_THERE;
import static cn.dangjian.member.moving.transfer.TransferRefusal.UNDER_WAY;

import cn.dangjian.member.moving.transfer.Transfer.Sort;
import cn.dangjian.member.person.register.FileText;
import cn.dangjian.member.person.register.FileTexts;
import cn.dangjian.member.person.register.Member;
import cn.dangjian.member.person.register.MemberRefusal;
import cn.dangjian.member.person.register.Members;
import cn.dangjian.member.person.register.NewMember;
import cn.dangjian.member.person.standing.EventKind;
import cn.dangjian.member.person.standing.Happening;
import cn.dangjian.member.person.standing.MemberId;
import cn.dangjian.member.person.standing.Standings;
import cn.dangjian.member.person.standing.Status;
import cn.dangjian.platform.directory.Scope;
import cn.dangjian.platform.directory.Unit;
import cn.dangjian.platform.directory.desk.Desk;
import cn.dangjian.platform.rules.book.Rulebook;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** What a transfer does to the person's file, in the transaction of its step. */
@Component
class MovePerson {

    private static final String STOP = "lost.stop.months";

    private final Members members;
    private final Standings standings;
    private final FileTexts texts;
    private final ArrivalTable arrivals;
    private final Rulebook rulebook;

    MovePerson(Members members, Standings standings, FileTexts texts, ArrivalTable arrivals, Rulebook rulebook) {
        this.members = members;
        this.standings = standings;
        this.texts = texts;
        this.arrivals = arrivals;
        this.rulebook = rulebook;
    }

    /** Somebody of the caller's units, held; empty if there is none. */
    Optional<Member> hold(long id, Desk desk) {
        return members.hold(id, desk.scope());
    }

    /** Nothing is done about the transfer of somebody who cannot go; it stays as it is until people end it, or he can. */
    void refuseWhoCannotGo(Transfer transfer, Unit origin, Desk desk) {
        if (transfer.sort() == Sort.IN) return;
        members.find(Objects.requireNonNull(transfer.member()), Scope.own(origin.path()))
                .ifPresent(person -> refuse(person, origin, desk));
    }

    /** Whoever is out goes nowhere, nor does whoever was stopped or is lost, as long as that lasts. */
    void refuse(Member person, Unit origin, Desk desk) {
        MEMBER_OUT.when(person.status().isOut());
        String article = rulebook.on(desk.today()).source(STOP, origin.path());
        if (person.status() == Status.STOPPED) throw MEMBER_STOPPED.with(article);
        if (person.lost()) throw MEMBER_LOST.with(article);
    }

    /** He belongs to the destination from today on; the branch of origin has lost the file when the transaction ends. */
    long within(Transfer transfer, Unit origin, Unit destination, Desk desk) {
        var person = held(transfer, origin, desk);
        record(
                Happening.arrived(new MemberId(person.id()), destination.id(), desk.today())
                        .by(transfer.letter())
                        .because(transfer.reason()),
                desk);
        return person.id();
    }

    /** He belongs to another province. */
    long out(Transfer transfer, Unit origin, LocalDate on, String document, Desk desk) {
        var person = held(transfer, origin, desk);
        record(
                Happening.of(new MemberId(person.id()), EventKind.LEFT, on)
                        .by(document)
                        .because(transfer.reason()),
                desk);
        return person.id();
    }

    /** Holds him, if he is where the transfer began and can go. */
    Member held(Transfer transfer, Unit origin, Desk desk) {
        var person = members.hold(Objects.requireNonNull(transfer.member()), Scope.own(origin.path()))
                .orElseThrow(NOT_THERE);
        refuse(person, origin, desk);
        return person;
    }

    /** Checks what the letter of another province says; refuses whoever has a file that the caller sees, or comes already. */
    FileText check(Arriving person, Desk desk) {
        if (person.days().stream().anyMatch(day -> day.isAfter(desk.today())))
            throw DAY_AHEAD.with(desk.today().toString());
        var file = texts.check(person, desk.today());
        var index = members.index(file);
        refuseDouble(index, desk);
        var open = arrivals.findUnderWay(index, desk.scope());
        if (open.isPresent()) throw UNDER_WAY.with(String.valueOf(open.get()));
        return file;
    }

    /** Nobody comes: what the letter says of him goes. */
    void forget(long transfer) {
        arrivals.forget(transfer);
    }

    /** Keeps what the letter says until he is accepted. */
    void keep(long transfer, Arriving person, FileText file) {
        arrivals.insert(transfer, person, members.index(file));
    }

    /**
     * He belongs to the destination from today on. Of somebody who went from here to another province the old file comes
     * back, if number and name are the same; nobody is told of it before.
     */
    long in(Transfer transfer, Unit destination, Desk desk) {
        var person = arrivals.take(transfer.id());
        var file = texts.check(person, desk.today());
        var index = members.index(file);
        var before = members.holdAway(index, person.name());
        if (before.isPresent()) {
            LEFT_TODAY.unless(before.get().since().isBefore(desk.today()));
            long id = before.get().id();
            record(
                    Happening.arrived(new MemberId(id), destination.id(), desk.today())
                            .by(transfer.letter())
                            .because(transfer.reason()),
                    desk);
            return id;
        }
        refuseDouble(index, desk);
        long id = members.reserve(1);
        var happenings = person.happenings(new MemberId(id), destination.id(), desk.today(), transfer.letter());
        members.add(List.of(new NewMember(id, file, happenings)), desk.subject(), desk.now());
        return id;
    }

    private void refuseDouble(String index, Desk desk) {
        var known = members.withNumbers(List.of(index), desk.scope()).stream()
                .filter(member -> member.status() != Status.AWAY)
                .findFirst();
        if (known.isPresent())
            throw MemberRefusal.DUPLICATE.with(String.valueOf(known.get().id()));
    }

    private void record(Happening happening, Desk desk) {
        standings.record(List.of(happening), desk.subject(), desk.now());
        members.touch(List.of(happening.member().value()));
    }
}
