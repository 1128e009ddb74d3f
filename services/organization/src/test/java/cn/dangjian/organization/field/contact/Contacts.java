package cn.dangjian.organization.field.contact;

import static org.assertj.core.api.Assertions.assertThat;

import cn.dangjian.organization.tree.application.Clerks;
import java.util.List;
import java.util.Map;

/** A province in which nobody is linked yet, and officials of its offices. */
abstract class Contacts extends Clerks {

    static final String COUNTY = "0101";
    static final String TOWN = "0101100";
    static final String VILLAGE = "0101100201";

    Contacts() {
        super("84", List.of("contact_problem", "contact_visit", "contact_link", "contact_leader", "rule_setting"));
    }

    long leader(String who) {
        var answer = post(who, "/v1/contact-leaders", Map.of("name", "某某", "duty", "副书记", "account", 4711));
        assertThat(answer.status()).as(answer.toString()).isEqualTo(201);
        return answer.json().path("id").asLong();
    }
}
