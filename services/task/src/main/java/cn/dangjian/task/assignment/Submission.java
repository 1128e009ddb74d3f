package cn.dangjian.task.assignment;

import cn.dangjian.platform.web.Stripped;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.util.List;

/**
 * What a unit hands in (上报).
 *
 * @param materials papers that prove it (依据文件): a decision, minutes; named with where they can be found
 */
record Submission(String report, List<Material> materials) {

    /**
     * A paper.
     *
     * @param name what it is
     * @param reference where it is: the id of a file in the archive, or a document number
     */
    record Material(
            @Stripped @NotBlank @Size(max = 200) String name,
            @NotBlank @Size(max = 500) String reference) {}
}
