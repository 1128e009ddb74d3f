/** 编码: the codes that others have set: of units, of divisions over time, of the national standards. */
@NullMarked
package cn.dangjian.organization.register.code;

import org.jspecify.annotations.NullMarked;
