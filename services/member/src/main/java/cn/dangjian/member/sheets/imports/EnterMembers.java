package cn.dangjian.member.sheets.imports;

import static cn.dangjian.member.person.register.MemberRefusal.DUPLICATE;
import static cn.dangjian.member.person.register.MemberRefusal.NOT_FORMAL;
import static cn.dangjian.member.person.register.MemberRefusal.UNIT_UNKNOWN;
import static cn.dangjian.member.sheets.imports.LineRefusal.NUMBER_TWICE;
import static cn.dangjian.member.sheets.imports.LineRefusal.UNIT_UNCLEAR;
import static java.util.stream.Collectors.toSet;

import cn.dangjian.member.person.privacy.KnownNumbers;
import cn.dangjian.member.person.register.Members;
import cn.dangjian.member.person.register.NewMember;
import cn.dangjian.member.person.standing.MemberId;
import cn.dangjian.member.sheets.imports.UnitQueries.Found;
import cn.dangjian.platform.directory.UnitId;
import cn.dangjian.platform.directory.desk.Desk;
import cn.dangjian.platform.sheets.Rejection;
import cn.dangjian.platform.web.problem.Refusal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * 批量建档: opens the files of many persons with a handful of statements, by the same rules as one; in the name of whoever
 * sent the file, as far as he sees now.
 */
@Service
class EnterMembers {

    private final UnitQueries units;
    private final Members members;
    private final KnownNumbers knownNumbers;

    EnterMembers(UnitQueries units, Members members, KnownNumbers knownNumbers) {
        this.units = units;
        this.members = members;
        this.knownNumbers = knownNumbers;
    }

    /** A row whose unit is the right one. */
    private record Placed(MemberLine line, UnitId unit, String index) {}

    /** Answers the rows that were not taken. */
    @Transactional(propagation = Propagation.MANDATORY)
    public List<Rejection> enter(List<MemberLine> lines, Desk desk) {
        var rejections = new ArrayList<Rejection>();
        var fresh = fresh(placed(lines, desk, rejections), desk, rejections);
        if (fresh.isEmpty()) return rejections;
        long id = members.reserve(fresh.size());
        var entered = new ArrayList<NewMember>(fresh.size());
        for (var row : fresh) {
            var line = row.line();
            entered.add(new NewMember(id, line.file(), line.way().happenings(new MemberId(id), row.unit())));
            id++;
        }
        members.add(entered, desk.subject(), desk.now());
        return rejections;
    }

    private List<Placed> placed(List<MemberLine> lines, Desk desk, List<Rejection> rejections) {
        var known = units.coded(lines.stream().map(MemberLine::unitCode).collect(toSet()), desk.scope());
        var placed = new ArrayList<Placed>(lines.size());
        for (var line : lines) {
            var found = known.getOrDefault(line.unitCode(), List.of());
            if (found.isEmpty()) rejections.add(no(line, "unitCode", UNIT_UNKNOWN));
            else if (found.size() > 1) rejections.add(no(line, "unitCode", UNIT_UNCLEAR));
            else if (!holdsMembers(found.getFirst())) rejections.add(no(line, "unitCode", NOT_FORMAL));
            else placed.add(new Placed(line, found.getFirst().id(), members.index(line.file())));
        }
        return placed;
    }

    private static boolean holdsMembers(Found unit) {
        return Members.holdsMembers(unit.tier(), unit.kind());
    }

    /** Those who have no file yet, of several with one number the first. */
    private List<Placed> fresh(List<Placed> placed, Desk desk, List<Rejection> rejections) {
        var living = members.lock(placed.stream().map(Placed::unit).collect(toSet()));
        var known = members.known(placed.stream().map(Placed::index).collect(toSet()), desk.scope());
        knownNumbers.tellOfMany(known.size(), desk);
        var first = new HashMap<String, Integer>();
        var fresh = new ArrayList<Placed>(placed.size());
        for (var row : placed) {
            var line = row.line();
            var file = known.get(row.index());
            var other = first.putIfAbsent(row.index(), line.line());
            if (!living.contains(row.unit().value())) rejections.add(no(line, "unitCode", UNIT_UNKNOWN));
            else if (file != null) rejections.add(no(line, "number", DUPLICATE, String.valueOf(file)));
            else if (other != null) rejections.add(no(line, "number", NUMBER_TWICE, String.valueOf(other)));
            else fresh.add(row);
        }
        return fresh;
    }

    private static Rejection no(MemberLine line, String column, Refusal why, String... values) {
        return Rejection.of(line.line(), column, why.reason().code(), values);
    }
}
