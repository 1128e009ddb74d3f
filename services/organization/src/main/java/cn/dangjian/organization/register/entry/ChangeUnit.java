package cn.dangjian.organization.register.entry;

import static cn.dangjian.organization.register.entry.RegisterRefusal.CODE_TAKEN;
import static cn.dangjian.organization.register.entry.RegisterRefusal.UNKNOWN;

import cn.dangjian.organization.register.entry.RegisteredUnit.Facts;
import cn.dangjian.platform.directory.UnitId;
import cn.dangjian.platform.directory.desk.Desk;
import cn.dangjian.platform.web.Stripped;
import cn.dangjian.platform.web.version.Seen;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.PositiveOrZero;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** 变更: other facts about a unit from a day on, its place among them (迁移). */
@Service
class ChangeUnit {

    private final RegisterRepository register;
    private final Keeper keeper;

    ChangeUnit(RegisterRepository register, Keeper keeper) {
        this.register = register;
        this.keeper = keeper;
    }

    /** What of a unit becomes other from a day on. */
    sealed interface Change {

        /** From the facts so far to the new ones. */
        Facts of(Facts facts);

        LocalDate on();
    }

    record ChangeRequest(
            @NotBlank @Size(max = 200) @Stripped String name,
            @Nullable @Size(max = 40) String creditCode,
            @NotBlank @Size(max = 32) String type,
            @NotNull @PositiveOrZero @Max(EnterUnit.MOST) Integer employees,
            @NotNull @PositiveOrZero @Max(EnterUnit.MOST) Integer members,
            @NotNull LocalDate on)
            implements Change {

        @Override
        public Facts of(Facts facts) {
            return new Facts(name, EnterUnit.code(creditCode), type, employees, members, facts.place());
        }
    }

    record TransferRequest(@NotNull UnitId placeId, @NotNull LocalDate on) implements Change {

        @Override
        public Facts of(Facts facts) {
            return new Facts(
                    facts.name(),
                    facts.creditCode(),
                    facts.type(),
                    facts.employees(),
                    facts.members(),
                    placeId.value());
        }
    }

    @Transactional
    void change(long id, Change change, Seen seen, Desk desk) {
        var unit = register.find(id, desk.scope()).orElseThrow(UNKNOWN);
        seen.require(unit.version());
        var facts = change.of(unit.facts());
        Keeper.require(unit, change.on(), unit.since(), desk);
        keeper.requirePlace(facts.type(), desk.known(new UnitId(facts.place())).orElse(null));
        if (facts.equals(unit.facts())) return;
        Keeper.requireFigures(facts);

        boolean changed = register.change(unit, facts, change.on(), desk);
        if (!changed) throw CODE_TAKEN.with(String.valueOf(facts.code()));
    }
}
