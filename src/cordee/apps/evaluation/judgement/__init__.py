"""The judgement: criteria agreed beforehand, each partner on its own, then all together, with dissents kept."""
