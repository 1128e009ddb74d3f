package cn.dangjian.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.context.properties.ConfigurationPropertiesBean;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.validation.Validator;

/**
 * What must be true of a service's settings: {@code class SettingsTest extends SettingsRules {}} beside its application.
 */
@ServiceTest
public abstract class SettingsRules {

    @Autowired
    ConfigurableApplicationContext context;

    @Test
    void bindTheFilesOfEveryProfile() {
        var check = check();

        for (String profile : check.profiles()) {
            assertThatCode(() -> check.bind(profile)).as("profile " + profile).doesNotThrowAnyException();
        }
    }

    @Test
    void bindEveryKeyOfTheFiles() {
        assertThat(check().unbound()).as("keys that no record binds").isEmpty();
    }

    @Test
    void standInAFileWithACommentAboveThem() {
        assertThat(check().unexplained(getClass().getPackageName()))
                .as("settings in config-repo/%s.yml", service())
                .isEmpty();
    }

    private SettingsCheck check() {
        var types = new TreeMap<String, Class<?>>();
        ConfigurationPropertiesBean.getAll(context).values().forEach(bean -> {
            var type = bean.asBindTarget().getType().resolve();
            if (type != null) types.put(bean.getAnnotation().prefix(), type);
        });
        var validator =
                context.containsBean("defaultValidator") ? context.getBean("defaultValidator", Validator.class) : null;
        return new SettingsCheck(Repository.root().resolve("config-repo"), service(), types, validator);
    }

    private String service() {
        return context.getEnvironment().getRequiredProperty("spring.application.name");
    }
}
