package cn.dangjian.organization.register.entry;

import static cn.dangjian.organization.register.entry.RegisterRefusal.CODE_MALFORMED;
import static cn.dangjian.organization.register.entry.RegisterRefusal.CODE_TAKEN;

import cn.dangjian.organization.register.code.CreditCode;
import cn.dangjian.organization.register.entry.RegisteredUnit.Facts;
import cn.dangjian.platform.directory.UnitId;
import cn.dangjian.platform.directory.desk.Desk;
import cn.dangjian.platform.web.Stripped;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.PositiveOrZero;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** 登记: a township enters a unit that lies in it. */
@Service
class EnterUnit {

    static final int MOST = 10_000_000;

    private final RegisterRepository register;
    private final Keeper keeper;

    EnterUnit(RegisterRepository register, Keeper keeper) {
        this.register = register;
        this.keeper = keeper;
    }

    record EnterRequest(
            @NotBlank @Size(max = 200) @Stripped String name,
            @Nullable @Size(max = 40) String creditCode,
            @NotBlank @Size(max = 32) String type,
            @NotNull @PositiveOrZero @Max(MOST) Integer employees,
            @NotNull @PositiveOrZero @Max(MOST) Integer members,
            @NotNull UnitId placeId,
            @NotNull LocalDate on) {

        Facts facts() {
            return new Facts(name, code(creditCode), type, employees, members, placeId.value());
        }
    }

    /** The new unit's id. */
    @Transactional
    long enter(EnterRequest request, Desk desk) {
        var facts = request.facts();
        Keeper.require(desk);
        keeper.requirePlace(facts.type(), desk.known(request.placeId()).orElse(null));
        Keeper.requireFigures(facts);
        Keeper.require(request.on(), LocalDate.MIN, desk);

        return register.insert(facts, request.on(), desk)
                .orElseThrow(() -> CODE_TAKEN.with(String.valueOf(facts.code())));
    }

    /** The credit code that a text means. */
    static @Nullable CreditCode code(@Nullable String text) {
        return text == null ? null : CreditCode.parse(text).orElseThrow(() -> CODE_MALFORMED.with(text));
    }
}
