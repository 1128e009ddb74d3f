package cn.dangjian.member.telling.heir;

import static cn.dangjian.member.telling.heir.HeirRefusal.NOT_ABOVE;
import static cn.dangjian.member.telling.heir.HeirRefusal.NOT_THERE;
import static cn.dangjian.member.telling.heir.HeirRefusal.NO_SUCH_PART;
import static cn.dangjian.member.telling.heir.HeirRefusal.TWICE;
import static cn.dangjian.member.telling.heir.HeirRefusal.UNIT_UNKNOWN;
import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toSet;

import cn.dangjian.member.telling.heir.HeirTable.Part;
import cn.dangjian.member.telling.heir.Inherit.Decided;
import cn.dangjian.platform.directory.UnitId;
import cn.dangjian.platform.directory.desk.Desk;
import cn.dangjian.platform.web.Stripped;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * 分设名单: somebody above a unit that is to be split says who goes to which of the new ones, before the day. What comes
 * later is done at once, as of that day.
 */
@Service
class EnterSplitList {

    private static final int NAMED = 10;

    private final HeirTable table;
    private final Inherit inherit;

    EnterSplitList(HeirTable table, Inherit inherit) {
        this.table = table;
        this.inherit = inherit;
    }

    /** @param code of the new unit, as its establishment was proposed */
    record SplitLine(
            long member,

            @NotNull @Pattern(regexp = "[0-9A-Za-z-]{1,32}") String code) {}

    record SplitListRequest(
            @NotBlank @Size(max = 100) @Stripped String document,
            @NotEmpty @Size(max = 1000) List<@NotNull @Valid SplitLine> lines) {}

    /** @param moved how many have gone at once; the others do on the day */
    record SplitListTaken(UnitId unit, int lines, int moved) {}

    @Transactional
    SplitListTaken enter(UnitId id, SplitListRequest request, Desk desk) {
        var unit = desk.known(id).orElseThrow(UNIT_UNKNOWN);
        NOT_ABOVE.unless(desk.isAbove(unit));
        var members = request.lines().stream().map(SplitLine::member).collect(toSet());
        TWICE.when(members.size() < request.lines().size());
        table.lock(id);
        refuseStrangers(members, table.listThere(id, members));
        var parts = table.listParts(id);
        if (unit.isAbolished() || !parts.isEmpty()) refuseOthers(request, parts);

        table.save(id, request, desk);
        var by = new Decided(desk.subject(), desk.now());
        int moved = parts.stream().mapToInt(part -> inherit.part(part, by)).sum();
        return new SplitListTaken(id, request.lines().size(), moved);
    }

    private static void refuseStrangers(Set<Long> members, Set<Long> there) {
        if (there.containsAll(members)) return;
        throw NOT_THERE.with(members.stream()
                .filter(member -> !there.contains(member))
                .sorted()
                .limit(NAMED)
                .map(String::valueOf)
                .collect(joining(", ")));
    }

    private static void refuseOthers(SplitListRequest request, List<Part> parts) {
        var codes = parts.stream().map(Part::code).collect(toSet());
        for (var line : request.lines()) if (!codes.contains(line.code())) throw NO_SUCH_PART.with(line.code());
    }
}
