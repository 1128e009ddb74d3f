package cn.dangjian.organization.tree.rule;

import cn.dangjian.platform.rules.RuleFile;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** The departments of the joint review (联审, R-32), read from {@code rules/departments.csv}. */
@Component
public class Departments {

    private final Map<String, Boolean> required = new LinkedHashMap<>();

    Departments() {
        RuleFile.read("departments.csv")
                .forEach(row -> required.put(
                        row.getField("department"), row.getField("required").equals("yes")));
    }

    public boolean contains(String department) {
        return required.containsKey(department);
    }

    /** Those without whose consent nobody is put on file. */
    public Set<String> required() {
        return required.entrySet().stream()
                .filter(Map.Entry::getValue)
                .map(Map.Entry::getKey)
                .collect(Collectors.toUnmodifiableSet());
    }
}
