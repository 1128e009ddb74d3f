package cn.dangjian.assessment.scheme.content;

import cn.dangjian.platform.web.Stripped;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A part of a scheme (模块).
 *
 * @param above the module that it is a part of; null at the top
 */
public record Module(
        @NotNull @Pattern(regexp = "[A-Z][A-Z0-9_]{0,15}") String code,
        @Nullable @Pattern(regexp = "[A-Z][A-Z0-9_]{0,15}") String above,
        @NotBlank @Size(max = 60) @Stripped String name) {

    /** 五个基本: what a scheme has that names no modules. */
    public static final List<Module> FIVE_BASICS = List.of(
            new Module("ORGANIZATION", null, "基本组织"),
            new Module("PEOPLE", null, "基本队伍"),
            new Module("ACTIVITY", null, "基本活动"),
            new Module("SYSTEM", null, "基本制度"),
            new Module("SUPPORT", null, "基本保障"));
}
