/** 党费证: a member's year, month by month, with who took what. */
@NullMarked
package cn.dangjian.dues.paper.certificate;

import org.jspecify.annotations.NullMarked;
