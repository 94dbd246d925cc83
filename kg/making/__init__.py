"""Making: what a build joins is made of each source, once: here, on several processes, or by a cluster's workers."""

from kg.making.report import Extracted, Made, build_report, extracted, failure, make, of_one_file

__all__ = ["Extracted", "Made", "build_report", "extracted", "failure", "make", "of_one_file"]
