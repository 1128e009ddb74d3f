/** 导出: who belongs to the units of a subtree, as a file; masked, or for a purpose in full. */
@NullMarked
package cn.dangjian.member.sheets.exports;

import org.jspecify.annotations.NullMarked;
