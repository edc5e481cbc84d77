"""The effects of an alliance: placed in their matrix, qualified, illustrated with the consent of those who speak."""
