package cn.dangjian.organization.tree.rule;

import cn.dangjian.platform.rules.RuleFile;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** The provinces (省级区划) by code. */
@Component
public class Provinces {

    private final Map<String, String> names = RuleFile.read("provinces.csv").stream()
            .collect(Collectors.toMap(row -> row.getField("code"), row -> row.getField("name")));

    Provinces() {}

    public Optional<String> name(String code) {
        return Optional.ofNullable(names.get(code));
    }
}
