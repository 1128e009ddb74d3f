package cn.dangjian.member.moving.floating;

import cn.dangjian.member.moving.floating.Floating.Place;
import cn.dangjian.platform.directory.Unit;
import cn.dangjian.platform.rules.book.Rulebook;
import java.time.LocalDate;
import org.springframework.stereotype.Component;

/** How often somebody who is away is spoken to. */
@Component
class ContactDuty {

    private final Rulebook rulebook;

    ContactDuty(Rulebook rulebook) {
        this.rulebook = rulebook;
    }

    /** By when the next contact is due after one. */
    LocalDate next(Unit unit, Place place, LocalDate contact, LocalDate today) {
        String rule = place == Place.ABROAD ? "floating.contact.abroad.months" : "floating.contact.months";
        return contact.plusMonths(rulebook.on(today).number(rule, unit.path()));
    }
}
