package cn.dangjian.platform.rules.book;

import static cn.dangjian.platform.rules.book.RuleRefusal.NOT_YOURS;
import static cn.dangjian.platform.rules.book.RuleRefusal.PAST;
import static cn.dangjian.platform.rules.book.RuleRefusal.UNKNOWN;

import cn.dangjian.platform.directory.Scope;
import cn.dangjian.platform.directory.Tier;
import cn.dangjian.platform.directory.desk.Desk;
import cn.dangjian.platform.rules.book.Rule.SetBy;
import cn.dangjian.platform.web.Stripped;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** 另行规定: a province or county sets a rule's value for its subtree, by a document. */
@Service
class SetRule {

    private static final Map<SetBy, List<Tier>> SETTERS = Map.of(
            SetBy.NOBODY, List.of(),
            SetBy.PROVINCE, List.of(Tier.PROVINCE),
            SetBy.COUNTY, List.of(Tier.PROVINCE, Tier.CITY, Tier.COUNTY));

    private final RuleRows rows;
    private final SettingTable settings;
    private final List<RulesChanged> rooms;

    SetRule(RuleRows rows, SettingTable settings, List<RulesChanged> rooms) {
        this.rows = rows;
        this.settings = settings;
        this.rooms = rooms;
    }

    /** @param value null if nothing shall be asked any more */
    record SettingRequest(
            @NotNull LocalDate since,

            @Nullable @DecimalMin("0") @Digits(integer = 9, fraction = 4)
            BigDecimal value,

            @Stripped @NotBlank @Size(max = 100) String document) {}

    @Transactional
    void set(String rule, SettingRequest request, Desk desk) {
        var row = rows.find(rule, desk.today()).orElseThrow(UNKNOWN);
        NOT_YOURS.unless(SETTERS.getOrDefault(row.setBy(), List.of())
                .contains(desk.unit().tier()));
        if (request.since().isBefore(desk.today())) throw PAST.with(desk.today());

        settings.insert(rule, request, desk);
        if (request.since().equals(desk.today())) {
            rooms.forEach(room -> room.changed(Scope.subtree(desk.unit().path())));
        }
    }
}
