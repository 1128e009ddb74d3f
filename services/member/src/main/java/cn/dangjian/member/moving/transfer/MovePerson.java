package cn.dangjian.member.moving.transfer;

import static cn.dangjian.member.moving.transfer.TransferRefusal.DAY_AHEAD;
import static cn.dangjian.member.moving.transfer.TransferRefusal.LEFT_TODAY;
import static cn.dangjian.member.moving.transfer.TransferRefusal.MEMBER_OUT;
import static cn.dangjian.member.moving.transfer.TransferRefusal.NOT_THERE;
import static cn.dangjian.member.moving.transfer.TransferRefusal.UNDER_WAY;

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
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.springframework.stereotype.Component;

/** What a transfer does to the person's file, in the transaction of its step. */
@Component
class MovePerson {

    private final Members members;
    private final Standings standings;
    private final FileTexts texts;
    private final ArrivalTable arrivals;

    MovePerson(Members members, Standings standings, FileTexts texts, ArrivalTable arrivals) {
        this.members = members;
        this.standings = standings;
        this.texts = texts;
        this.arrivals = arrivals;
    }

    /** He belongs to the destination from today on; the branch of origin has lost the file when the transaction ends. */
    long within(Transfer transfer, Unit origin, Unit destination, Desk desk) {
        var person = held(transfer, origin);
        record(
                Happening.arrived(new MemberId(person.id()), destination.id(), desk.today())
                        .by(transfer.letter())
                        .because(transfer.reason()),
                desk);
        return person.id();
    }

    /** He belongs to another province. */
    long out(Transfer transfer, Unit origin, LocalDate on, String document, Desk desk) {
        var person = held(transfer, origin);
        record(
                Happening.of(new MemberId(person.id()), EventKind.LEFT, on)
                        .by(document)
                        .because(transfer.reason()),
                desk);
        return person.id();
    }

    /** Holds him, if he is where the transfer began. */
    private Member held(Transfer transfer, Unit origin) {
        var person = members.hold(Objects.requireNonNull(transfer.member()), Scope.own(origin.path()))
                .orElseThrow(NOT_THERE);
        MEMBER_OUT.when(person.status().isOut());
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
