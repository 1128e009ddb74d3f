/** Files: evidence, minutes, attachments: so far an empty room that remembers the units. */
@NullMarked
package cn.dangjian.archive;

import org.jspecify.annotations.NullMarked;
