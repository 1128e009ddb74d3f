package cn.dangjian.member.moving.floating;

import cn.dangjian.platform.web.Stripped;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/**
 * What either end writes down of a stay.
 *
 * @param employer where he works, or as what
 * @param contact how to reach him, or somebody who knows him; is kept sealed, and stays if it is not named
 */
record FloatingTexts(
        @NotBlank @Size(max = 200) @Stripped String destination,
        @Nullable @Size(max = 200) @Stripped String employer,
        @Nullable @Size(max = 500) @Stripped(lines = true) String mind,
        @NotBlank @Size(max = 200) @Stripped(lines = true) String reason,
        @Nullable @Size(max = 200) @Stripped String contact) {

    /** Never in a log. */
    @Override
    public String toString() {
        return "FloatingTexts[]";
    }
}
