package cn.dangjian.organization.rulebook;

import java.time.LocalDate;
import org.springframework.stereotype.Component;

/** Other rooms ask here what holds on a day. */
@Component
public class Rulebook {

    private final RuleRows rows;
    private final SettingRepository settings;

    Rulebook(RuleRows rows, SettingRepository settings) {
        this.rows = rows;
        this.settings = settings;
    }

    /** All rules as they are on a day, with what has been set for parts of the tree; one query, for many questions. */
    public Rules on(LocalDate day) {
        return new Rules(day, rows, settings.listAll(day));
    }
}
